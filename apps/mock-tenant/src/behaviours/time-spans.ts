export type SpanUnit = 'hour' | 'day' | 'week' | 'month';

/** Most spans in one answer, so that a span of years by the hour stays readable. */
const mostSpans = 10_000;

/**
 * Start of the span in UTC that a time lies in. Weeks begin on Monday.
 *
 * @param time Milliseconds since 1970.
 */
export function startOfSpan(time: number, unit: SpanUnit): number {
  const date = new Date(time);
  if (unit === 'hour') return date.setUTCMinutes(0, 0, 0);
  date.setUTCHours(0, 0, 0, 0);
  if (unit === 'week') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  if (unit === 'month') date.setUTCDate(1);
  return date.getTime();
}

/**
 * Starts of all spans from the one that `from` lies in, up to but without `to`.
 *
 * @param from Milliseconds since 1970; nothing comes back where it is not finite.
 */
export function spansBetween(from: number, to: number, unit: SpanUnit): number[] {
  if (!Number.isFinite(from)) return [];
  const spans: number[] = [];
  let span = startOfSpan(from, unit);
  while (span < to && spans.length < mostSpans) {
    spans.push(span);
    span = nextSpan(span, unit);
  }
  return spans;
}

function nextSpan(start: number, unit: SpanUnit): number {
  const date = new Date(start);
  if (unit === 'hour') return date.setUTCHours(date.getUTCHours() + 1);
  if (unit === 'month') return date.setUTCMonth(date.getUTCMonth() + 1);
  return date.setUTCDate(date.getUTCDate() + (unit === 'week' ? 7 : 1));
}
