import { compareAnswer } from './compare.ts';
import type { Exchange } from './har.ts';
import { DriftLedger } from './report.ts';
import { findOperation } from './routes.ts';

/**
 * Holds the answers of recorded traffic against the document.
 *
 * @param host Only traffic of this host is looked at.
 */
export function checkExchanges(exchanges: readonly Exchange[], host: string): DriftLedger {
  const ledger = new DriftLedger();
  for (const { method, url, answer } of exchanges) {
    if (url.host !== host || !/^\/(api|webhook)(\/|$)/.test(url.pathname)) continue;
    const operation = findOperation(method, url.pathname);
    if (operation) ledger.add(operation, answer.status, compareAnswer(operation, answer));
    else ledger.addUndescribed(method, url.pathname, answer.status);
  }
  return ledger;
}
