import type { Operation } from '../contract/document.ts';
import { judge } from '../contract/judge.ts';
import { type Parameters, readParameters } from '../contract/parameters.ts';
import { refuse, refuseFindings } from './errors.ts';
import type { Exchange } from './exchange.ts';

/**
 * Holds a request against the document.
 *
 * @param bodyFault Why the body could not be read, where it could not.
 * @returns The parameters by the types of the document.
 * @throws Refusal with 404 where the path names nothing that could be there, else with 400 or 422; each says what is allowed.
 */
export function holdRequest(
  exchange: Exchange,
  operation: Operation,
  params: Record<string, string | undefined>,
  bodyFault: string | undefined,
): Parameters {
  const { path, query } = exchange.request;
  const parameters = readParameters(operation, params, query);
  exchange.unknownQuery = parameters.unknown;
  if (bodyFault !== undefined) throw refuse(400, bodyFault);
  const content = operation.body?.content.find(({ mediaType }) => /[/+]json$/.test(mediaType));
  const findings = [...parameters.findings];
  if (content && exchange.body === undefined && operation.body?.required) {
    findings.push({ in: 'body', pointer: '', message: 'A JSON body is required.' });
  }
  if (content?.pointer && exchange.body !== undefined) findings.push(...judge(content.pointer, exchange.body, 'body'));
  exchange.requestFindings = findings;
  // An id that none can have is no other than one that nobody has: most operations describe no other refusal of a path.
  const nowhere = findings.find((finding) => finding.in === 'path');
  if (nowhere) throw refuse(404, `Not found. ${nowhere.message}`);
  if (findings.length > 0) throw refuseFindings(path, findings);
  return parameters.values;
}
