import type { KeyName } from '../cases/keys.ts';
import type { Case, CaseFile, Refusal } from '../cases/types.ts';
import { FormError, labels, readForm } from './form.ts';
import { readMessage, readStatus } from './message.ts';
import { readOperation, readRequest } from './request.ts';
import { shapeOf } from './shape.ts';

/** Kinds of keys by the words of the form. */
export const keysOfForm: Readonly<Record<string, KeyName>> = {
  'Personal key of a tenant owner': 'personalOwner',
  'Personal key of somebody else': 'personalEditor',
  'Tenant owner key': 'tenantOwner',
  'Team key, EDITOR': 'teamEditor',
  'Team key, VIEWER': 'teamViewer',
  'Service key, AUDIT_LOG_READ': 'serviceAudit',
  'A key that is not valid': 'unknown',
  'No key': 'none',
};

/**
 * Makes a file with one case of an issue that was filed with the form "the document is wrong". The case expects what was
 * received: the status, and each key with its kind of value. It fails until the document and the mock tenant say the same.
 *
 * @param markdown The body of the issue.
 * @throws FormError that says what is missing or cannot be read.
 */
export function caseFromIssue(markdown: string): CaseFile {
  const form = readForm(markdown);
  const sent = readMessage(labels.sent, form.sent);
  const received = readMessage(labels.received, form.received);
  const operation = readOperation(form.operation, sent);
  const status = readStatus(labels.received, received.first);
  const key = keysOfForm[form.key];
  const faults = [
    ...(key === undefined ? [`"${labels.key}" must be one of ${Object.keys(keysOfForm).join('; ')}.`] : []),
    ...(isDate(form.date) ? [] : [`"${labels.date}" must be a day such as 2026-11-24, not "${form.date}".`]),
  ];
  if (key === undefined || faults.length > 0) throw new FormError(faults);
  const made: Case = {
    name: `${operation.id} answers ${status} as it was seen on ${form.date}`,
    operation: operation.id,
    key,
    request: readRequest(operation, sent),
    ...refusalOf(status),
    expect: { status, ...(received.body !== undefined && { schema: shapeOf(received.body) }) },
    fact: { says: oneLine(form.difference), source: `${form.where}, ${form.date}` },
  };
  return { $schema: '../cases.schema.json', section: operation.section, cases: [made] };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Why the call was refused, as far as a status tells. */
function refusalOf(status: number): { refused?: Refusal } {
  if (status < 400) return {};
  if (status === 401) return { refused: 'key' };
  if (status === 403) return { refused: 'right' };
  return { refused: status === 404 ? 'missing' : 'rule' };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
