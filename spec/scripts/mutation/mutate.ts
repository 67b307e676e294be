import type { Json, JsonObject } from '../json.ts';
import { createValidator, type Validator } from '../validation/validator.ts';
import { type Answer, answersOf } from './answers.ts';
import { type Site, sitesOf } from './sites.ts';

/** What is done to a property. */
export type Change = 'type' | 'required' | 'null';

/** One change of one property of one answer, and whether the schema refuses it wherever it was made. */
export interface Verdict {
  operationId: string;
  path: string;
  status: string;
  property: string;
  change: Change;
  refused: boolean;
}

/** What came out of changing every property of every JSON answer. */
export interface MutationResult {
  verdicts: Verdict[];
  /** Answers that no value fits, neither an example nor a made one, so that nothing could be changed. */
  unchanged: Answer[];
}

/** Changes every property of every JSON answer of a document, one at a time, and asks the schema. */
export function mutateAll(document: JsonObject): MutationResult {
  const validator = createValidator(document, false);
  const perAnswer = answersOf(document).map((answer) => ({
    answer,
    verdicts: mutateAnswer(document, validator, answer),
  }));
  return {
    verdicts: perAnswer.flatMap(({ verdicts }) => verdicts),
    unchanged: perAnswer.filter(({ verdicts }) => verdicts.length === 0).map(({ answer }) => answer),
  };
}

function mutateAnswer(document: JsonObject, validator: Validator, answer: Answer): Verdict[] {
  const { operationId, path, status, schema } = answer;
  const found = new Map<string, Verdict>();
  // A value that does not fit by itself would be refused whatever is done to it.
  const usable = answer.values.filter((value) => validator.faults(schema, value).length === 0);
  for (const holder of usable.map((fitting) => ({ answer: structuredClone(fitting) }))) {
    for (const site of sitesOf(document, validator, schema, holder)) {
      for (const change of changesOf(site)) {
        const key = `${site.path} ${change}`;
        // Once accepted is missed, whatever else was refused.
        if (found.get(key)?.refused === false) continue;
        const refused = isRefused(site, change, () => validator.faults(schema, holder.answer).length > 0);
        found.set(key, { operationId, path, status, property: site.path, change, refused });
      }
    }
  }
  return [...found.values()];
}

function changesOf(site: Site): Change[] {
  const changes: Change[] = [];
  if (valueAt(site) !== null) changes.push('type');
  if (site.required) changes.push('required');
  if (!site.nullable) changes.push('null');
  return changes;
}

function isRefused(site: Site, change: Change, judge: () => boolean): boolean {
  const { holder, key } = site;
  const before = valueAt(site);
  const after = change === 'null' ? [null] : change === 'type' ? otherTypes(before) : [undefined];
  const verdicts = after.map((value) => {
    if (value === undefined) Reflect.deleteProperty(holder, key);
    else Reflect.set(holder, key, value);
    const refused = judge();
    Reflect.set(holder, key, before);
    return refused;
  });
  return verdicts.every(Boolean);
}

function valueAt({ holder, key }: Site): Json {
  return (Reflect.get(holder, key) ?? null) as Json;
}

// A scalar becomes another scalar and an object, an object or a list becomes the other and a text: what a server that changed
// its mind would send.
function otherTypes(value: Json): Json[] {
  if (typeof value === 'string') return [7, { changed: true }];
  if (typeof value === 'object') return ['changed', Array.isArray(value) ? { changed: true } : [{ changed: true }]];
  return ['changed', { changed: true }];
}
