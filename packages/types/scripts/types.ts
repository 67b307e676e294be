import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { banner, type Document, type Schema } from './document.ts';

/**
 * Types of all paths, operations and components, with an alias for every named schema.
 *
 * A list of values that may grow (`x-extensible-enum`) becomes `'A' | 'B' | (string & {})`, so that editors complete the
 * known values and a new one still fits.
 */
export async function renderTypes(document: Document): Promise<string> {
  const nodes = await openapiTS(structuredClone(document) as never, {
    alphabetize: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    // A default belongs to the server; a caller may leave the field out.
    defaultNonNullable: false,
    silent: true,
    transform: (schema) => openEnum(schema as Schema),
  });
  return banner + withoutNoise(astToString(nodes));
}

function openEnum(schema: Schema): ts.TypeNode | undefined {
  const known = schema['x-extensible-enum'] ?? namedOrAnyOther(schema);
  if (!known) return undefined;
  const literals = known.map((value) => ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(value)));
  const anyOther = ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([
      ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      ts.factory.createTypeLiteralNode([]),
    ]),
  );
  const orNull = [schema.type].flat().includes('null')
    ? [ts.factory.createLiteralTypeNode(ts.factory.createNull())]
    : [];
  return ts.factory.createUnionTypeNode([...literals, anyOther, ...orNull]);
}

/** The named values of a union of names and any other text, which TypeScript would fold into plain text. */
function namedOrAnyOther({ anyOf, oneOf }: Schema): string[] | undefined {
  const members = anyOf ?? oneOf ?? [];
  const texts = members.length > 1 && members.every(({ type }) => type === 'string');
  if (!texts || members.every((member) => member.enum)) return undefined;
  return members.flatMap((member) => (member.enum ?? []) as string[]);
}

/**
 * Examples carry no types; their aliases would only be noise in an editor's list. The two empty types that are always written
 * go as well: a schema named `Record` takes the place of the generic type that they are written with.
 */
function withoutNoise(source: string): string {
  return source.replace(/^export type Example\w* = .*\n/gm, '').replace(/^export type (webhooks|\$defs) = .*\n/gm, '');
}
