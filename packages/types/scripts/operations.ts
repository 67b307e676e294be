import { banner, type Document, listOperations, type RenderedModule } from './document.ts';

const declaration = `${banner}
/** HTTP methods of the API, in lower case as the keys of \`paths\`. */
export type Method = 'get' | 'put' | 'post' | 'delete' | 'patch';

/** How a list is read in parts. \`items\` is the key under which the items come. */
export type Pagination = Readonly<{ style: 'page' | 'cursor'; items: string } & Record<string, string>>;

/** What the document says of an operation beside its shapes. */
export interface OperationInfo {
  readonly id: OperationId;
  readonly method: Method;
  /** Path template with its version, such as \`/api/v1/stories/{story_id}\`. */
  readonly path: string;
  readonly section: string;
  readonly summary: string;
  /** How well the operation is known. */
  readonly evidence: 'documented' | 'observed' | 'inferred' | 'assumed';
  /** The right it needs; missing on operations that take no key. */
  readonly right?: string;
  readonly pagination?: Pagination;
  readonly rateLimit: Readonly<{ class: string; perMinute: number }>;
  /** Whether a second try has no further effect. */
  readonly idempotent: boolean;
  readonly deprecated?: true;
  /** Date on which the operation goes away. */
  readonly sunset?: string;
}

/** Every operation of the document, in its order. */
export declare const operations: readonly OperationInfo[];
/** Version of the document that the table was made from. */
export declare const documentVersion: string;
/** Date on which the public pages behind the document were read. */
export declare const documentReadOn: string;
`;

/** Table of all operations with the marks of the document. */
export function renderOperations(document: Document): RenderedModule {
  const rows = listOperations(document).map(({ path, method, operation }) => ({
    id: operation.operationId,
    method,
    path,
    section: operation.tags[0],
    summary: operation.summary,
    evidence: operation['x-evidence'].level,
    right: operation['x-access']?.right,
    pagination: operation['x-pagination'],
    rateLimit: operation['x-rate-limit'],
    idempotent: operation['x-idempotent'] ?? method !== 'post',
    deprecated: operation.deprecated ? true : undefined,
    sunset: operation['x-sunset'],
  }));
  const table = `[\n${rows.map((row) => `  ${JSON.stringify(row)},`).join('\n')}\n]`;
  const version = JSON.stringify(document.info.version);
  const readOn = JSON.stringify(document.info['x-read-on']);
  const routes = rows.map(({ id, method, path }) => `  readonly ${id}: ${inline({ method, path })};\n`).join('');
  const lists = rows
    .filter(({ pagination }) => pagination)
    .map(({ method, path, pagination }) => `  readonly '${path}': ${inline({ method, ...pagination })};\n`)
    .join('');
  return {
    esm: `${banner}export const operations = ${table};\nexport const documentVersion = ${version};\nexport const documentReadOn = ${readOn};\n`,
    cjs: `${banner}exports.operations = ${table};\nexports.documentVersion = ${version};\nexports.documentReadOn = ${readOn};\n`,
    types:
      `${declaration}\n/** Id of an operation. */\nexport type OperationId = keyof OperationRoutes;\n` +
      `\n/** Method and path of every operation. */\nexport interface OperationRoutes {\n${routes}}\n` +
      `\n/** Lists that are read in parts, by path. */\nexport interface PaginatedPaths {\n${lists}}\n`,
  };
}

/** A literal type with these members. */
function inline(members: Record<string, string>): string {
  const body = Object.entries(members).map(([name, value]) => `readonly ${name}: ${JSON.stringify(value)}`);
  return `{ ${body.join('; ')} }`;
}
