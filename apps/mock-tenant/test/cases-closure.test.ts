import { describe, expect, test } from 'vitest';
import { holds } from '../src/behaviours/cases/closure.ts';

const teamCase = {
  name: 'Phishing',
  priority: 'high',
  assignees: [],
  tags: [1201],
  metadata: { verdict: 'malicious', empty: '' },
  sub_status: null,
};

describe('a rule for closing', () => {
  test.each([
    ['=IS_PRESENT(team_case.metadata.verdict)', true],
    ['=IS_PRESENT( team_case.metadata.verdict )', true],
    ['=IS_PRESENT(team_case.metadata.empty)', false],
    ['=IS_PRESENT(team_case.metadata.missing)', false],
    ['=IS_PRESENT(team_case.metadata.toString)', false],
    ['=IS_PRESENT(team_case.assignees)', false],
    ['=IS_PRESENT(team_case.tags)', true],
    ['=IS_BLANK(team_case.sub_status)', true],
    ['=IS_EMPTY(team_case.sub_status.name)', true],
    ['=IS_BLANK(team_case.name)', false],
    ['=team_case.priority = "high"', true],
    ["=team_case.priority == 'HIGH'", true],
    ['=team_case.priority = "low"', false],
    ['=team_case.priority != "low"', true],
    ['=team_case.metadata.missing <> "x"', true],
  ])('%s is %s', (formula, met) => {
    expect(holds(formula, teamCase)).toBe(met);
  });

  test('of another form counts as met', () => {
    expect(holds('=SIZE(team_case.tags) > 4', teamCase)).toBe(true);
  });
});
