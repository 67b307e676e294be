import { readFileSync } from 'node:fs';

/** A known difference between the two judges over a kind of request. */
export interface RequestDifference {
  id: string;
  /** Pattern of the words that tell what is special about the request. */
  request: string;
  /** Pattern of the operation ids that it is about; all unless set. */
  operation?: string;
  mock: 'fits' | 'refuses';
  prism: 'fits' | 'refuses';
  reason: string;
}

/** A known difference between the two judges over a contract case. */
export interface CaseDifference {
  id: string;
  /** Pattern of the name of the case. */
  case: string;
  reason: string;
}

/** The notes on every known difference between the mock's judge and Prism. */
export const differences = JSON.parse(readFileSync(new URL('../judge-differences.json', import.meta.url), 'utf8')) as {
  requests: RequestDifference[];
  cases: CaseDifference[];
};
