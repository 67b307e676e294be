import type { FaultKind } from '../kind.ts';

export interface HtmlFault {
  /** HTTP status; 200 unless set. */
  status?: number;
}

/** A page of HTML, as proxies and maintenance screens send it. */
export const html: FaultKind<HtmlFault> = {
  properties: { status: { type: 'integer', minimum: 200, maximum: 599 } },
  answer: ({ status = 200 }) => ({
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><title>Maintenance</title><h1>We will be back soon</h1>',
  }),
};
