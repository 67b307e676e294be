import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpConfig,
  type PrismHttpComponents,
} from '@stoplight/prism-http';
import type { Json, JsonObject } from '../scripts/json.ts';
import type { Body } from '../scripts/validation/bodies.ts';

/** What Prism says against a body, in sentences. */
export type PrismJudge = (body: Body, value: Json) => Promise<string[]>;

const noop = () => {};
const logger = { info: noop, warn: noop, error: noop, debug: noop, trace: noop, fatal: noop, success: noop };

const config = {
  isProxy: false,
  checkSecurity: false,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  mock: { dynamic: false },
} as IHttpConfig;

/** Prism's own reader and validators over a document, without its router and its made-up answers. */
export async function createPrismJudge(document: JsonObject): Promise<PrismJudge> {
  const operations = new Map(
    (await getHttpOperationsFromSpec(document)).map((operation) => [operation.iid, operation]),
  );
  return async ({ operationId, status, mediaType }, value) => {
    const operation = operations.get(operationId);
    if (!operation) return [`Prism has not read ${operationId}.`];
    const type = { 'content-type': mediaType };
    const answer = { statusCode: Number(status ?? 200), headers: type, ...(status && { body: value }) };
    const prism = createInstance(config, {
      logger: { ...logger, child: () => logger } as never,
      route: () => right(operation),
      mock: () => () => right(answer),
    });
    const request = {
      method: operation.method as 'post',
      url: { path: operation.path },
      headers: type,
      ...(status === undefined && { body: value }),
    };
    const result = await prism.request(request, [operation], config)();
    if (result._tag === 'Left') return [result.left.message];
    const { input, output } = result.right.validations;
    return (status === undefined ? input : output)
      .filter(({ path, severity }) => severity === 0 && path?.[0] === 'body')
      .map(({ path, message }) => `${path?.join('.')} ${message}`);
  };
}

// What fp-ts calls a right value; Prism is built from these.
function right<Value>(
  value: Value,
): Extract<ReturnType<PrismHttpComponents['route']>, { _tag: 'Right' }> & { right: Value } {
  return { _tag: 'Right', right: value } as never;
}
