/** Writes the samples of an operation: curl and TypeScript, each with both headers, from the examples of the document. */
import {
  type CodeSample,
  exampleBody,
  type Json,
  type OpenApiDocument,
  type Operation,
  type Parameter,
} from '../document.ts';

/** The two ways to send a key. */
type Scheme = 'bearer' | 'userToken';

const header = {
  bearer: 'Authorization: Bearer $TINES_API_KEY',
  userToken: 'X-User-Token: $TINES_API_KEY',
} satisfies Record<Scheme, string>;

/**
 * The samples of one operation. They read the tenant's address from `TINES_TENANT_URL` and the key from `TINES_API_KEY`.
 * An operation without security gets no key, and so one sample of each kind.
 */
export function samplesOf(document: OpenApiDocument, operation: Operation): CodeSample[] {
  if (operation.object.security?.length === 0) {
    return [
      { lang: 'Shell', label: 'curl', source: curlSample(document, operation, undefined) },
      { lang: 'TypeScript', label: 'TypeScript', source: fetchSample(document, operation) },
    ];
  }
  return [
    { lang: 'Shell', label: 'curl', source: curlSample(document, operation, 'bearer') },
    { lang: 'Shell', label: 'curl, X-User-Token', source: curlSample(document, operation, 'userToken') },
    { lang: 'TypeScript', label: 'TypeScript', source: clientSample(document, operation, 'bearer') },
    { lang: 'TypeScript', label: 'TypeScript, X-User-Token', source: clientSample(document, operation, 'userToken') },
  ];
}

function curlSample(document: OpenApiDocument, operation: Operation, scheme: Scheme | undefined): string {
  const body = exampleBody(document, operation);
  const lines = [`curl --globoff "$TINES_TENANT_URL${filledPath(operation)}${queryString(operation)}"`];
  if (operation.method !== 'GET') lines[0] = lines[0]?.replace('--globoff', `--globoff -X ${operation.method}`) ?? '';
  if (scheme !== undefined) lines.push(`-H "${header[scheme]}"`);
  if (body === undefined) return lines.join(' \\\n  ');
  lines.push(`-H 'Content-Type: ${concrete(body.mediaType)}'`);
  const text = typeof body.value === 'string' ? body.value : JSON.stringify(body.value, null, 2);
  return `${lines.join(' \\\n  ')} \\\n  --data-binary @- <<'BODY'\n${text}\nBODY`;
}

function clientSample(document: OpenApiDocument, operation: Operation, scheme: Scheme): string {
  const body = exampleBody(document, operation);
  const params: Record<string, Json> = {};
  const path = valuesIn(operation, 'path');
  const query = valuesIn(operation, 'query');
  if (Object.keys(path).length > 0) params.path = path;
  if (Object.keys(query).length > 0) params.query = query;
  const options: string[] = [];
  if (Object.keys(params).length > 0) options.push(`params: ${literal(params)}`);
  if (body !== undefined) {
    if (body.mediaType !== 'application/json') {
      options.push(`headers: { 'Content-Type': '${concrete(body.mediaType)}' }`);
    }
    options.push(`body: ${literal(body.value)}`);
  }
  const rest = options.length === 0 ? '' : `, {\n${options.map((one) => indent(`${one},`)).join('\n')}\n}`;
  return [
    `import { createTinesClient } from '@tines-openapi/client';`,
    '',
    'const client = createTinesClient({',
    `  tenant: process.env.TINES_TENANT_URL ?? '',`,
    `  auth: { ${scheme}: process.env.TINES_API_KEY ?? '' },`,
    '});',
    `const { data, error } = await client.${operation.method}('${operation.path}'${rest});`,
    'if (error) throw error;',
    'console.log(data);',
  ].join('\n');
}

function fetchSample(document: OpenApiDocument, operation: Operation): string {
  const body = exampleBody(document, operation);
  const options = [`method: '${operation.method}'`];
  if (body !== undefined) {
    options.push(`headers: { 'Content-Type': '${concrete(body.mediaType)}' }`);
    options.push(
      `body: ${typeof body.value === 'string' ? literal(body.value) : `JSON.stringify(${literal(body.value)})`}`,
    );
  }
  return [
    `const tenant = process.env.TINES_TENANT_URL ?? '';`,
    `const response = await fetch(\`\${tenant}${filledPath(operation)}${queryString(operation)}\`, {`,
    ...options.map((one) => indent(`${one},`)),
    '});',
    'console.log(response.status, await response.text());',
  ].join('\n');
}

/** Parameters that are optional one by one, while the call cannot do without all of them. */
const neededTogether: Record<string, string> = { listRecords: 'record_type_id' };

/** Values for the parameters that a call cannot do without. */
function valuesIn(operation: Operation, place: Parameter['in']): Record<string, Json> {
  const needed = operation.parameters.filter(
    (one) => one.in === place && (place === 'path' || one.required || neededTogether[operation.id] === one.name),
  );
  return Object.fromEntries(needed.map((one) => [one.name, exampleOf(operation, one)]));
}

function exampleOf(operation: Operation, parameter: Parameter): Json {
  if (parameter.example === undefined) {
    throw new Error(`The parameter ${parameter.name} of ${operation.id} has no example to make a sample from.`);
  }
  return parameter.example;
}

function filledPath(operation: Operation): string {
  const values = valuesIn(operation, 'path');
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

function queryString(operation: Operation): string {
  const pairs = Object.entries(valuesIn(operation, 'query')).map(
    ([name, value]) => `${name}=${encodeURIComponent(Array.isArray(value) ? value.join(',') : String(value))}`,
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** A media type that can be sent: a range stands for anything, and the samples send text. */
function concrete(mediaType: string): string {
  return mediaType === '*/*' ? 'text/plain' : mediaType;
}

/** A JSON value as TypeScript in the house's quotes. */
function literal(value: Json): string {
  if (typeof value === 'string')
    return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) {
    const short = `[${value.map(literal).join(', ')}]`;
    return short.length < 80 && !short.includes('\n')
      ? short
      : `[\n${value.map((one) => indent(`${literal(one)},`)).join('\n')}\n]`;
  }
  const pairs = Object.entries(value).map(
    ([name, one]) => `${/^[a-z_$][\w$]*$/i.test(name) ? name : literal(name)}: ${literal(one)}`,
  );
  const short = pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  return short.length < 80 && !short.includes('\n')
    ? short
    : `{\n${pairs.map((one) => indent(`${one},`)).join('\n')}\n}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
