import { relative } from 'node:path';
import { getLineColLocation, type NormalizedProblem } from '@redocly/openapi-core';

/** One finding in one line: file, line and column, what is wrong and how to mend it, the rule. */
export function describeProblem(problem: NormalizedProblem): string {
  const suggest = problem.suggest.length > 0 ? ` Did you mean ${problem.suggest.slice(0, 5).join(', ')}?` : '';
  return `${placeOf(problem)}  ${problem.message}${suggest}  (${problem.ruleId})`;
}

/** Where a finding is, as `file:line:column` from the working folder, which editors and terminals open on a click. */
export function placeOf(problem: NormalizedProblem): string {
  const [location] = problem.location;
  if (!location) return '(no place)';
  const { start, source } = getLineColLocation(location);
  return `${relative(process.cwd(), source.absoluteRef)}:${start.line}:${start.col}`;
}
