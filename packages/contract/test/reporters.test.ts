import { describe, expect, test } from 'vitest';
import { reporters } from '../src/reporters/index.ts';
import { escapeXml } from '../src/reporters/junit.ts';
import { type CaseResult, summarise } from '../src/run/report.ts';

const result = (fields: Partial<CaseResult>): CaseResult => ({
  section: 'Stories',
  name: 'A story is read',
  operation: 'getStory',
  key: 'teamEditor',
  scheme: 'bearer',
  caller: 'client',
  outcome: 'passed',
  findings: [],
  duration: 12,
  ...fields,
});

const report = summarise('http://127.0.0.1:4010', 3, 1500, [
  result({}),
  result({
    name: 'A story is <lost>',
    outcome: 'failed',
    findings: ['status 500 came, not 200', '100% of "it", done'],
  }),
  result({
    section: 'Teams',
    operation: 'getTeam',
    key: 'none',
    scheme: null,
    outcome: 'skipped',
    findings: ['The run has no key teamViewer.'],
  }),
]);

describe('the report', () => {
  test('for people names what failed, counts by section and sums up', () => {
    const text = reporters.people(report);
    expect(text).toContain(
      '✗ Stories: A story is <lost>\n    getStory, key teamEditor as bearer, by client\n    status 500 came',
    );
    expect(text).toMatch(/Stories +1 +1 +1 +0/);
    expect(text).toMatch(/Teams +1 +0 +0 +1/);
    expect(text).toContain('1 passed, 1 failed, 1 skipped against http://127.0.0.1:4010 in 1.5 s (seed 3)');
  });

  test('as JUnit is XML with a suite for each section', () => {
    const xml = reporters.junit(report);
    expect(xml).toContain(
      '<testsuites name="Contract of the Tines REST API" tests="3" failures="1" skipped="1" time="1.500">',
    );
    expect(xml).toContain('<testsuite name="Stories" tests="2" failures="1" skipped="0" time="0.024">');
    expect(xml).toContain('name="A story is &lt;lost&gt; (getStory, key teamEditor as bearer, by client)"');
    expect(xml).toContain(
      '<failure message="status 500 came, not 200">status 500 came, not 200\n100% of &quot;it&quot;, done</failure>',
    );
    expect(xml).toContain('<skipped message="The run has no key teamViewer."/>');
    expect(xml.match(/<testcase/g)).toHaveLength(3);
  });

  test('for GitHub is an annotation a line, escaped as the runner asks', () => {
    const [error, notice] = reporters.github(report).trim().split('\n');
    expect(error).toBe(
      '::error title=Stories%3A A story is <lost>::getStory, key teamEditor as bearer, by client%0Astatus 500 came, not 200%0A100%25 of "it", done',
    );
    expect(notice).toBe('::notice title=Contract::1 passed, 1 failed, 1 skipped');
  });

  test('as JSON is the report itself', () => {
    expect(JSON.parse(reporters.json(report))).toEqual(report);
  });

  test('holds no character that XML does not know', () => {
    expect(escapeXml('a\u0000b\u001bc\td')).toBe('a\uFFFDb\uFFFDc\td');
  });
});
