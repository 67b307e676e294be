import type { CaseRequest } from '../cases/types.ts';
import type { Operation } from '../document/document.ts';
import type { Answer } from '../judge/answer.ts';
import type { Call, Caller } from '../run/call.ts';
import { compareAnswer } from './compare.ts';
import { waitBefore } from './pace.ts';
import { KnownIds, planReads } from './plan.ts';
import { DriftLedger, type DriftReport } from './report.ts';

export interface DriftOptions {
  call: Caller;
  /** The secret; it goes into no report. */
  secret: string;
  /** Most calls that are made. */
  most: number;
  /** Sections to read; all unless set. */
  sections?: readonly string[];
  /** Waits that many milliseconds. A test hands over one that does not. */
  wait?: (milliseconds: number) => Promise<void>;
  /** The time in milliseconds, from any start. */
  now?: () => number;
  /** Hears of each call before it is made. */
  onCall?: (operation: Operation, done: number) => void;
}

/**
 * Reads from a live API what can be read, and holds each answer against the document. It makes GET calls only, one at a time,
 * at a quarter of the documented rate limits, and no more than it is allowed.
 */
export async function checkDrift(options: DriftOptions): Promise<DriftReport> {
  const { call, secret, most, sections = [], wait = pause, now = () => performance.now(), onCall } = options;
  const ledger = new DriftLedger();
  const ids = new KnownIds();
  const lastStart = new Map<string, number>();
  let made = 0;
  for (const { operation } of planReads(sections)) {
    const requests = ids.requestsFor(operation);
    if (requests.length === 0) ledger.skip(operation.id, 'No id to put into its path was met.');
    for (const request of requests) {
      if (made >= most) {
        ledger.skip(operation.id, `The check was limited to ${most} calls.`);
        continue;
      }
      await wait(waitBefore(operation.rateLimit, lastStart.get(operation.rateLimit.class), now()));
      lastStart.set(operation.rateLimit.class, now());
      made += 1;
      onCall?.(operation, made);
      const answer = await call(toCall(operation, request, ids), { secret, scheme: 'bearer' }).catch(
        (error: Error) => error,
      );
      judge(ledger, ids, operation, answer);
    }
  }
  return ledger.report();
}

function judge(ledger: DriftLedger, ids: KnownIds, operation: Operation, answer: Answer | Error): void {
  if (answer instanceof Error) {
    ledger.addUnanswered(operation.id);
    return;
  }
  ledger.add(operation, answer.status, compareAnswer(operation, answer));
  if (answer.status < 300) ids.learn(operation, answer.body);
}

/** Required parameters of the query come from ids where they name one, from the document's example otherwise. */
function toCall(operation: Operation, { path = {} }: CaseRequest, ids: KnownIds): Call {
  const required = operation.parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const query = Object.fromEntries(required.map(({ name, example }) => [name, ids.named(name) ?? example]));
  return { operation, path, query, headers: {}, body: undefined, trailingSlash: false };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
