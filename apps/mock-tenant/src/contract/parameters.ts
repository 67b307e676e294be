import { readDeepObject } from './deep-object.ts';
import type { Operation, Parameter, Schema } from './document.ts';
import { type Finding, judge } from './judge.ts';

/** What a call sends beside its body, read by the types of the document. */
export interface Parameters {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
}

export interface ReadParameters {
  values: Parameters;
  findings: Finding[];
  /** Query parameters that the document does not know. */
  unknown: string[];
}

/**
 * Reads and judges the parameters of a call.
 *
 * @param path Decoded values of the path template.
 * @param query The query as it came.
 */
export function readParameters(
  operation: Operation,
  path: Readonly<Record<string, string | undefined>>,
  query: URLSearchParams,
): ReadParameters {
  const values: Parameters = { path: {}, query: {} };
  const findings: Finding[] = [];
  const fields = new Set<string>();
  for (const parameter of operation.parameters) {
    if (parameter.in === 'header') continue;
    if (parameter.deep) {
      const { value, keys } = readDeepObject(parameter.name, parameter.schema, query);
      for (const key of keys) fields.add(key);
      if (value === undefined) continue;
      findings.push(...judge(parameter.pointer, value, 'query').map((finding) => named(finding, parameter.name)));
      values.query[parameter.name] = value;
      continue;
    }
    const sent = parameter.in === 'path' ? path[parameter.name] : rawQuery(parameter, query);
    if (sent === undefined) {
      if (parameter.required) findings.push(missing(parameter));
      continue;
    }
    const value = parameter.json ? parseJson(sent) : coerce(sent, parameter.schema);
    const wrong = judge(parameter.pointer, value, parameter.in);
    if (wrong.length > 0 && parameter.lenient) continue;
    findings.push(...wrong.map((finding) => named(finding, parameter.title)));
    values[parameter.in][parameter.name] = value;
  }
  const isUnknown = (key: string) => !operation.queryNames.has(key) && !fields.has(key);
  return { values, findings, unknown: [...new Set(query.keys())].filter(isUnknown) };
}

function missing({ in: place, title }: Parameter): Finding {
  return { in: place, pointer: `/${title}`, message: `${title} is required.` };
}

/** An array comes as repeated `name[]`, as repeated `name` or as one list with commas. */
function rawQuery(parameter: Parameter, query: URLSearchParams): string | string[] | undefined {
  if (query.size === 0) return undefined;
  const sent = parameter.spellings.flatMap((spelling) => query.getAll(spelling));
  if (sent.length === 0) return undefined;
  if (parameter.json || !types(parameter.schema).includes('array')) return sent.at(-1);
  return sent.flatMap((value) => value.split(','));
}

function types(schema: Schema): string[] {
  return [schema.type ?? []].flat();
}

/** Turns text into the type that the schema asks for. Text that does not look like one stays text, and is refused as such. */
function coerce(sent: string | string[], schema: Schema): unknown {
  if (Array.isArray(sent)) return sent.map((value) => coerce(value, schema.items ?? {}));
  const wanted = types(schema);
  if ((wanted.includes('integer') || wanted.includes('number')) && /^-?\d+(\.\d+)?$/.test(sent)) return Number(sent);
  if (wanted.includes('boolean') && (sent === 'true' || sent === 'false')) return sent === 'true';
  return sent;
}

/** Text that is not JSON stays text, and is refused for its type. */
function parseJson(sent: string | string[]): unknown {
  try {
    return JSON.parse(String(sent));
  } catch {
    return sent;
  }
}

function named(finding: Finding, name: string): Finding {
  const message = finding.pointer === '' ? finding.message.replace(/^The value/, name) : finding.message;
  return { in: finding.in, pointer: `/${name}${finding.pointer}`, message };
}
