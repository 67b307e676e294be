import type { CaseListFilters } from '@tines-openapi/types';
import type { CaseRow } from '../../state/rows/cases.ts';
import { contains } from '../names.ts';
import type { Context } from './context.ts';
import { recordsOf } from './records.ts';

type Filters = Readonly<Omit<CaseListFilters, 'metadata'>> & { metadata?: Readonly<Record<string, unknown>> };
type Test = (row: CaseRow, context: Context) => boolean;

/** Whether a case passes every filter that was sent. */
export function passesFilters(context: Context, row: CaseRow, filters: Filters): boolean {
  return testsOf(filters).every((test) => test(row, context));
}

function testsOf(filters: Filters): Test[] {
  return [...peopleTests(filters), ...contentTests(filters), ...timeTests(filters)];
}

function peopleTests(filters: Filters): Test[] {
  const tests: Test[] = [];
  const { assignees, and_assignees, exclude_assignees, authors, exclude_authors } = filters;
  if (filters.assigned_to_me) tests.push((row, { principal }) => row.assignee_ids.includes(principal.actor.id));
  if (filters.unassigned) tests.push((row) => row.assignee_ids.length === 0);
  if (assignees !== undefined)
    tests.push((row, context) => list(assignees).some((who) => isAssigned(context, row, who)));
  if (filters.assignee_emails !== undefined) {
    const emails = list(filters.assignee_emails);
    tests.push((row, context) => emails.some((who) => isAssigned(context, row, who)));
  }
  if (and_assignees !== undefined)
    tests.push((row) => list(and_assignees).every((id) => row.assignee_ids.includes(id)));
  if (exclude_assignees !== undefined) {
    tests.push((row) => !list(exclude_assignees).some((id) => row.assignee_ids.includes(id)));
  }
  if (authors !== undefined) tests.push((row, context) => list(authors).some((who) => isAuthor(context, row, who)));
  if (filters.author_emails !== undefined) {
    const emails = list(filters.author_emails);
    tests.push((row, context) => emails.some((who) => isAuthor(context, row, who)));
  }
  if (exclude_authors !== undefined) tests.push((row) => !list(exclude_authors).includes(row.author_id));
  return tests;
}

function contentTests(filters: Filters): Test[] {
  const tests: Test[] = [];
  const { tags, and_tags, or_tags, exclude_tags, case_ids, metadata, sub_status_names, records, search } = filters;
  const every = [...(tags ?? []), ...(and_tags ?? [])];
  if (every.length > 0) tests.push((row, context) => every.every((tag) => tagNames(context, row).includes(tag)));
  if (or_tags) tests.push((row, context) => or_tags.some((tag) => tagNames(context, row).includes(tag)));
  if (exclude_tags) tests.push((row, context) => !exclude_tags.some((tag) => tagNames(context, row).includes(tag)));
  if (case_ids) tests.push((row) => case_ids.includes(row.id));
  if (metadata) {
    const pairs = Object.entries(metadata);
    tests.push((row) => pairs.every(([key, value]) => row.metadata[key] === String(value)));
  }
  if (filters.priority) tests.push((row) => row.priority === filters.priority);
  if (filters.status) tests.push((row) => row.status === filters.status);
  if (sub_status_names) tests.push((row, context) => sub_status_names.includes(statusName(context, row)));
  if (records) {
    tests.push((row, context) => {
      const values = recordsOf(context, row.id).flatMap((record) => record.records.map(({ value }) => String(value)));
      return records.some((value) => values.includes(value));
    });
  }
  if (search) {
    tests.push((row) => contains(row.name, search) || contains(row.description, search) || String(row.id) === search);
  }
  return tests;
}

function timeTests(filters: Filters): Test[] {
  return [
    between((row) => row.opened_at, filters.start_date, filters.end_date),
    between((row) => row.resolved_at, filters.resolved_at_start_date, filters.resolved_at_end_date),
    between((row) => row.updated_at, filters.updated_at_start_date, filters.updated_at_end_date),
  ].flat();
}

/** Without an upper bound the span ends now. */
function between(timeOf: (row: CaseRow) => string | null, from: string | undefined, to: string | undefined): Test[] {
  if (from === undefined && to === undefined) return [];
  return [
    (row, { state }) => {
      const time = timeOf(row);
      if (time === null) return false;
      const at = Date.parse(time);
      return (
        at >= (from === undefined ? 0 : Date.parse(from)) &&
        at <= (to === undefined ? state.clock.now() : Date.parse(to))
      );
    },
  ];
}

function list<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

function isAssigned({ state }: Context, { assignee_ids }: CaseRow, who: number | string): boolean {
  if (who === 'unassigned') return assignee_ids.length === 0;
  return assignee_ids.some((id) => id === Number(who) || state.users.get(id)?.email === who);
}

/** The word `tines` means automation, which is what service accounts are here. */
function isAuthor({ state }: Context, { author_id }: CaseRow, who: number | string): boolean {
  const author = state.users.get(author_id);
  if (who === 'tines') return author?.service_account ?? false;
  return author_id === Number(who) || author?.email === who;
}

function tagNames({ state }: Context, { tag_ids }: CaseRow): string[] {
  return tag_ids.flatMap((id) => state.tags.get(id)?.name ?? []);
}

function statusName({ state }: Context, { sub_status_id }: CaseRow): string {
  return (sub_status_id === null ? undefined : state.caseStatuses.get(sub_status_id)?.name) ?? '';
}
