import type { ActionRow } from '../state/rows.ts';
import { asText, resolveFormulas } from './formulas.ts';
import { emit, fail, type Performance } from './outcome.ts';
import { judgeRules } from './rules.ts';
import { transform } from './transforms.ts';

export interface Received {
  action: ActionRow;
  payload: Readonly<Record<string, unknown>>;
  /** Whether the action comes back to an event that it let wait. */
  waited: boolean;
}

/**
 * What an action does by itself. Nothing leaves the mock: an HTTP request is written into the log and answered with 200 and
 * an empty body, a mail counts as sent. Groups and calls of other stories are runs of their own, see `run.ts`.
 */
const byType: Record<string, (received: Received) => Performance> = {
  'Agents::WebhookAgent': () => emit({ body: {}, headers: {} }),
  'Agents::HTTPRequestAgent': requestOverHttp,
  'Agents::EventTransformationAgent': ({ action, payload, waited }) =>
    transform({ options: action.options, payload, memory: action.memory, waited }),
  'Agents::TriggerAgent': ({ action, payload }) => {
    const verdict = judgeRules(action.options.rules, payload);
    if ('fault' in verdict) return fail(verdict.fault);
    return verdict.matched ? emit({ rule_matched: true }) : { outcome: { kind: 'no_match' } };
  },
  'Agents::EmailAgent': ({ action, payload }) => {
    const { recipients, subject } = action.options;
    if (!recipients || !subject) return fail('The options recipients and subject are required.');
    const to = [resolveFormulas(recipients, payload).value].flat().map(asText).join(', ');
    return { ...emit({ status: 'sent' }), logs: [{ level: 3, message: `Mail to ${to}.` }] };
  },
};

/** Options are held to their type here, not when the action is made: what was accepted may still fail when it runs. */
export function perform(received: Received): Performance {
  const { action, payload } = received;
  const performance = byType[action.type]?.(received) ?? emit({});
  const beyond = [...new Set(resolveFormulas(action.options, payload).unknown)];
  if (beyond.length === 0) return performance;
  const message = `Counted as null, since the mock only works out paths: ${beyond.join(', ')}.`;
  return { ...performance, logs: [{ level: 2, message }, ...(performance.logs ?? [])] };
}

function requestOverHttp({ action, payload }: Received): Performance {
  const { url, method } = action.options;
  if (typeof url !== 'string' || url === '') return fail('The option url is required.');
  const to = asText(resolveFormulas(url, payload).value);
  if (!URL.canParse(to)) return fail(`The option url must be a whole address, not ${to === '' ? 'empty' : to}.`);
  const target = new URL(to);
  const params = resolveFormulas(action.options.params ?? {}, payload).value;
  for (const [name, value] of Object.entries(params ?? {})) target.searchParams.append(name, asText(value));
  const verb = typeof method === 'string' ? method.toUpperCase() : 'GET';
  return { ...emit({ status: 200, headers: {}, body: {} }), logs: [{ level: 3, message: `${verb} ${target}` }] };
}
