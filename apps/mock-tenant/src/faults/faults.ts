import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Operation } from '../contract/document.ts';
import { describeErrors } from '../contract/judge.ts';
import type { Answer } from '../server/exchange.ts';
import type { Random } from '../state/random.ts';
import type { FaultKind } from './kind.ts';
import { contentType } from './kinds/content-type.ts';
import { delay } from './kinds/delay.ts';
import { emptyBody } from './kinds/empty-body.ts';
import { halfBody } from './kinds/half-body.ts';
import { html } from './kinds/html.ts';
import { malformedJson } from './kinds/malformed-json.ts';
import { rateLimit } from './kinds/rate-limit.ts';
import { repeatedPage } from './kinds/repeated-page.ts';
import { reset } from './kinds/reset.ts';
import { slowBody } from './kinds/slow-body.ts';
import { status } from './kinds/status.ts';

/** Every kind of fault by its name. */
export const kinds = {
  status,
  'rate-limit': rateLimit,
  delay,
  reset,
  'half-body': halfBody,
  'slow-body': slowBody,
  'content-type': contentType,
  html,
  'empty-body': emptyBody,
  'malformed-json': malformedJson,
  'repeated-page': repeatedPage,
} satisfies Record<string, unknown>;

type Kinds = typeof kinds;
type OptionsOf<K> = K extends FaultKind<infer Options> ? Options : never;

/** When a fault strikes. What is left out does not matter. */
export interface FaultMatch {
  /** Operation id. */
  operation?: string;
  /** Section of the document, such as `Stories`. */
  section?: string;
  /** The key that the caller presents. */
  key?: string;
  /** HTTP method in capitals. */
  method?: string;
  /** How often it strikes before it is used up; without end unless set. */
  times?: number;
  /** Strikes every nth matching request only. */
  every?: number;
}

/** A fault to plant: its kind, the options of the kind, and when it strikes. */
export type Fault = { [K in keyof Kinds]: { kind: K } & OptionsOf<Kinds[K]> & FaultMatch }[keyof Kinds];

/** A fault that waits for requests. */
export interface PlantedFault {
  readonly id: number;
  readonly fault: Fault;
  /** How many requests matched it, and how often it struck. */
  seen: number;
  struck: number;
}

/** Faults that are planted, in the order in which they came; the first that matches strikes. */
export class Faults {
  #planted: PlantedFault[] = [];
  #nextId = 1;

  /**
   * Plants a fault.
   *
   * @returns A function that takes it away again.
   * @throws TypeError that names what is wrong with it and what is allowed.
   */
  use(fault: Fault): () => void {
    const { id } = this.plant(fault);
    return () => void this.remove(id);
  }

  /** @throws TypeError as `use` does. */
  plant(fault: Fault): PlantedFault {
    checkFault(fault);
    const planted = { id: this.#nextId, fault, seen: 0, struck: 0 };
    this.#nextId += 1;
    this.#planted.push(planted);
    return planted;
  }

  /** @returns Whether there was such a fault. */
  remove(id: number): boolean {
    const before = this.#planted.length;
    this.#planted = this.#planted.filter((planted) => planted.id !== id);
    return this.#planted.length < before;
  }

  list(): readonly PlantedFault[] {
    return this.#planted;
  }

  clear(): void {
    this.#planted = [];
    this.#nextId = 1;
  }

  /** The fault that strikes this request, if one does; it is counted. */
  strike(request: FaultSubject): Strike | undefined {
    for (const planted of this.#planted) {
      const { times, every } = planted.fault;
      if (!matches(planted.fault, request) || planted.struck >= (times ?? Number.POSITIVE_INFINITY)) continue;
      planted.seen += 1;
      if (every !== undefined && planted.seen % every !== 0) continue;
      planted.struck += 1;
      return strikeOf(planted.fault);
    }
    return undefined;
  }
}

/** What a fault can be matched by. */
export interface FaultSubject {
  method: string;
  operation: Operation | undefined;
  key: string | undefined;
}

/** A fault about to strike. */
export interface Strike {
  kind: Fault['kind'];
  delay(random: Random): number;
  answer(): Answer | undefined;
  change(answer: Answer): Answer;
}

/** @throws TypeError where the fault is not one that can be planted. */
export function strikeOf(fault: Fault): Strike {
  checkFault(fault);
  const kind: FaultKind<Fault> = kinds[fault.kind] as never;
  return {
    kind: fault.kind,
    delay: (random) => kind.delay?.(fault, random) ?? 0,
    answer: () => kind.answer?.(fault),
    change: (answer) => kind.change?.(fault, answer) ?? answer,
  };
}

/** Reads a fault from a header, such as `status; status=503; shape=text`. */
export function readFaultHeader(text: string): Fault {
  const [kind = '', ...pairs] = text.split(';').map((part) => part.trim());
  const options = pairs.map((pair) => {
    const [name = '', ...value] = pair.split('=');
    const joined = value.join('=');
    return [name, joined !== '' && !Number.isNaN(Number(joined)) ? Number(joined) : joined];
  });
  const fault = { kind, ...Object.fromEntries(options) } as Fault;
  checkFault(fault);
  return fault;
}

function matches(fault: FaultMatch, { method, operation, key }: FaultSubject): boolean {
  if (fault.operation !== undefined && fault.operation !== operation?.id) return false;
  if (fault.section !== undefined && fault.section !== operation?.section) return false;
  if (fault.key !== undefined && fault.key !== key) return false;
  return fault.method === undefined || fault.method === method;
}

/** JSON Schema of what says when a fault strikes. */
export const matchProperties = {
  kind: { type: 'string' },
  operation: { type: 'string' },
  section: { type: 'string' },
  key: { type: 'string' },
  method: { enum: ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'] },
  times: { type: 'integer', minimum: 1 },
  every: { type: 'integer', minimum: 1 },
};

const validators = new Map<string, ValidateFunction>();

function validatorOf(name: keyof Kinds): ValidateFunction {
  const known = validators.get(name);
  if (known) return known;
  const kind: FaultKind<never> = kinds[name] as never;
  const made = new Ajv2020({ strict: false, allErrors: true }).compile({
    type: 'object',
    properties: { ...matchProperties, ...kind.properties },
    required: ['kind', ...(kind.required ?? [])],
    additionalProperties: false,
  });
  validators.set(name, made);
  return made;
}

function checkFault(fault: Fault): void {
  const { kind } = fault;
  if (!Object.hasOwn(kinds, kind)) {
    throw new TypeError(`A fault must be of the kind ${Object.keys(kinds).join(', ')}, not "${kind}".`);
  }
  const validate = validatorOf(kind);
  if (validate(fault)) return;
  const wrong = describeErrors(validate.errors ?? []).map(({ message }) => message);
  throw new TypeError(`The fault "${kind}" cannot be planted: ${wrong.join(' ')}`);
}
