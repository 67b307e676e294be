/** The parts of an OpenAPI document that the generators read. */
export interface Document {
  info: { version: string; 'x-read-on': string };
  paths: Record<string, PathItem>;
  components: { schemas: Record<string, Schema>; parameters?: Record<string, Parameter> };
}

export const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const;
export type Method = (typeof methods)[number];

export type PathItem = Partial<Record<Method, Operation>> & { parameters?: (Parameter | Reference)[] };

export interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  deprecated?: boolean;
  parameters?: (Parameter | Reference)[];
  'x-evidence': { level: string; source: string };
  'x-access'?: { right: string };
  'x-pagination'?: Record<string, string>;
  'x-rate-limit': { class: string; perMinute: number };
  'x-idempotent'?: boolean;
  'x-sunset'?: string;
}

export interface Parameter {
  name: string;
  in: string;
  schema?: Schema;
}

export interface Reference {
  $ref: string;
}

export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  'x-extensible-enum'?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** One generated module in the three forms that are published. */
export interface RenderedModule {
  esm: string;
  cjs: string;
  types: string;
}

export const banner = '// Generated from the OpenAPI document. Do not edit.\n';

/** Every operation with the path and the method under which it stands, in the order of the document. */
export function listOperations(document: Document): { path: string; method: Method; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );
}
