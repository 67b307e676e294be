import { documentReadOn, documentVersion } from '@tines-openapi/types/operations';
import type { Difference, DifferenceKind } from '../judge/difference.ts';

/** Differences of answers, and those that only recorded traffic can show. */
export type DriftKind = DifferenceKind | 'undescribed operation' | 'undescribed parameter' | 'request not described';

/** A difference, where it was met and how often. */
export interface DriftFinding extends Omit<Difference, 'kind'> {
  kind: DriftKind;
  operation: string;
  method: string;
  /** Path template. */
  path: string;
  status: number;
  /** In how many answers. */
  count: number;
}

/** A call that was not made, or whose answer could not be held against the document, and why. */
export interface NotChecked {
  operation: string;
  reason: string;
}

/** What a drift check came to. It holds no value of any answer. */
export interface DriftReport {
  documentVersion: string;
  documentReadOn: string;
  /** How many answers were held against the document. */
  answers: number;
  /** How many calls got no answer at all. */
  unanswered: number;
  /** Operations of which at least one good answer was checked. */
  operations: string[];
  findings: DriftFinding[];
  notChecked: NotChecked[];
}

/** Collects differences over many answers. */
export class DriftLedger {
  readonly #findings = new Map<string, DriftFinding>();
  readonly #operations = new Set<string>();
  readonly #notChecked = new Map<string, string>();
  #answers = 0;
  #unanswered = 0;

  add(
    operation: { id: string; method: string; path: string },
    status: number,
    differences: readonly Difference[],
  ): void {
    this.#answers += 1;
    if (status < 400) {
      this.#operations.add(operation.id);
      this.#notChecked.delete(operation.id);
    } else {
      this.skip(operation.id, `It was refused with ${status}; only the refusal was checked.`);
    }
    for (const difference of differences) {
      const { id, method, path } = operation;
      this.addFinding({ operation: id, method: method.toUpperCase(), path, status, ...difference, count: 1 });
    }
  }

  /** Notes a call for which the document has no operation. Ids in its path are left out. */
  addUndescribed(method: string, path: string, status: number): void {
    this.#answers += 1;
    const place = path
      .split('/')
      .map((part) => (/^[a-z][a-z_]*$/.test(part) || /^v\d$/.test(part) || part === '' ? part : '*'))
      .join('/');
    const expected = 'an operation of the document';
    const difference = { kind: 'undescribed operation', pointer: '', expected, got: 'another path or method' } as const;
    this.addFinding({ operation: 'none', method: method.toUpperCase(), path: place, status, ...difference, count: 1 });
  }

  /** Adds a finding that another judge has made. */
  addFinding(finding: DriftFinding): void {
    const { count, ...what } = finding;
    const name = JSON.stringify(what);
    this.#findings.set(name, { ...finding, count: (this.#findings.get(name)?.count ?? 0) + count });
  }

  /** Notes a call that got no answer. */
  addUnanswered(operation: string): void {
    this.#unanswered += 1;
    this.skip(operation, 'No answer came.');
  }

  /** Notes an operation that was not checked, unless it was already. */
  skip(operation: string, reason: string): void {
    if (!this.#operations.has(operation)) this.#notChecked.set(operation, reason);
  }

  report(): DriftReport {
    const findings = [...this.#findings.values()];
    const order = ({ operation, status, pointer, kind }: DriftFinding) => `${operation} ${status} ${pointer} ${kind}`;
    return {
      documentVersion,
      documentReadOn,
      answers: this.#answers,
      unanswered: this.#unanswered,
      operations: [...this.#operations].sort(),
      findings: findings.sort((one, other) => order(one).localeCompare(order(other))),
      notChecked: [...this.#notChecked].map(([operation, reason]) => ({ operation, reason })),
    };
  }
}
