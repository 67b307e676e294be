import { asText, resolveFormulas } from './formulas.ts';
import { emit, fail, type Performance } from './outcome.ts';

export interface Transform {
  options: Readonly<Record<string, unknown>>;
  /** What came with the event, by name of the actions before. */
  payload: Readonly<Record<string, unknown>>;
  memory: readonly unknown[];
  /** Whether the action comes back to an event that it let wait. */
  waited: boolean;
}

const modes: Record<string, (transform: Transform) => Performance> = {
  message_only: ({ options, payload }) => emit(resolveFormulas(options.payload ?? {}, payload).value),
  deduplicate,
  explode,
  implode,
  delay: ({ options, waited }) => {
    const seconds = Number(options.seconds);
    if (!(seconds >= 0)) return fail('The option seconds must be a number of seconds to wait.');
    return waited ? emit({}) : { outcome: { kind: 'wait', milliseconds: seconds * 1000 } };
  },
};

/** Does what an event transform is set to. */
export function transform(given: Transform): Performance {
  const mode = String(given.options.mode);
  const known = modes[mode];
  if (!known) return fail(`The option mode must be one of ${Object.keys(modes).join(', ')}.`);
  return known(given);
}

const defaultLookback = 100;

/** Lets an event through unless the same value came among the last ones. */
function deduplicate({ options, payload, memory }: Transform): Performance {
  const value = JSON.stringify(resolveFormulas(options.path, payload).value);
  if (memory.includes(value)) return { outcome: { kind: 'nothing' } };
  const lookback = Number(options.lookback ?? defaultLookback) || defaultLookback;
  return { ...emit({}), memory: [...memory, value].slice(-lookback) };
}

/** Makes an event of each entry of a list. */
function explode({ options, payload }: Transform): Performance {
  const list = resolveFormulas(options.path, payload).value;
  if (!Array.isArray(list)) return fail('The option path must lead to a list.');
  const name = asText(options.to) || 'item';
  return emit(...list.map((item, index) => ({ [name]: item, index, size: list.length })));
}

/** Gathers entries until as many came as `size_path` says, and makes one event of them. */
function implode({ options, payload, memory }: Transform): Performance {
  const items = [...memory, resolveFormulas(options.item_path, payload).value];
  const size = Number(resolveFormulas(options.size_path, payload).value);
  if (!(size > 0)) return fail('The option size_path must lead to a number above 0.');
  if (items.length < size) return { outcome: { kind: 'nothing' }, memory: items };
  return { ...emit({ items }), memory: [] };
}
