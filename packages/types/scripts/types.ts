import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { banner, type Document, type Schema } from './document.ts';
import { pascal } from './enums.ts';

/** More values than this are not written as a union: nobody reads it, and every error message would repeat it. */
const longestUnion = 60;

/**
 * Types of all paths, operations and components, with an alias for every named schema.
 *
 * A list of values that may grow (`x-extensible-enum`) becomes `'A' | 'B' | (string & {})`, so that editors complete the
 * known values and a new one still fits. A named list of more than 60 is not written out: it points to its values in
 * `./enums`, and editors complete them all the same.
 *
 * @returns The declarations for `import` and for `require`.
 */
export async function renderTypes(document: Document): Promise<{ esm: string; cjs: string }> {
  const nodes = await openapiTS(structuredClone(document) as never, {
    alphabetize: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    // A default belongs to the server; a caller may leave the field out.
    defaultNonNullable: false,
    silent: true,
    transform: (schema, { path }) => openEnum(schema as Schema, path),
  });
  const esm = banner + withoutNoise(astToString(nodes));
  return { esm, cjs: esm.replaceAll(`import("${valuesModule}")`, 'import("./enums.cjs")') };
}

function openEnum(schema: Schema, path: string | undefined): ts.TypeNode | undefined {
  const known = schema['x-extensible-enum'] ?? namedOrAnyOther(schema);
  if (!known) return undefined;
  const values = known.length > longestUnion ? [valuesElsewhere(path, known)] : [...known.map(literal), anyOther()];
  const orNull = [schema.type].flat().includes('null')
    ? [ts.factory.createLiteralTypeNode(ts.factory.createNull())]
    : [];
  return ts.factory.createUnionTypeNode([...values, ...orNull]);
}

const literal = (value: string) => ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(value));

/** `(string & {})`: any text, which an editor tells apart from the values beside it. */
const anyOther = () =>
  ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([
      ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      ts.factory.createTypeLiteralNode([]),
    ]),
  );

const valuesModule = './enums.js';

/** The type of the same values in `./enums`. @throws Error for an enumeration that is no schema of its own. */
function valuesElsewhere(path: string | undefined, known: string[]): ts.TypeNode {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(path ?? '')?.[1];
  if (name === undefined) {
    throw new Error(`${path} lists ${known.length} values. More than ${longestUnion} need a schema with a name.`);
  }
  return ts.factory.createImportTypeNode(literal(valuesModule), undefined, ts.factory.createIdentifier(pascal(name)));
}

/** The named values of a union of names and any other text, which TypeScript would fold into plain text. */
function namedOrAnyOther({ anyOf, oneOf }: Schema): string[] | undefined {
  const members = anyOf ?? oneOf ?? [];
  const texts = members.length > 1 && members.every(({ type }) => type === 'string');
  if (!texts || members.every((member) => member.enum)) return undefined;
  return members.flatMap((member) => (member.enum ?? []) as string[]);
}

/**
 * Examples carry no types; their aliases would only be noise in an editor's list, and so would the two empty types that are always
 * written.
 */
function withoutNoise(source: string): string {
  return source.replace(/^export type Example\w* = .*\n/gm, '').replace(/^export type (webhooks|\$defs) = .*\n/gm, '');
}
