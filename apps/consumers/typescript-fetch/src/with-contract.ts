import { demoKeys, type Report, runCases, type SectionCase } from '@tines-openapi/contract';

const own: SectionCase = {
  section: 'Inventory',
  name: 'A viewer reads the story that the inventory starts from',
  operation: 'getStory',
  key: 'teamViewer',
  request: { path: { story_id: 3101 } },
  expect: { status: 200, includes: { team_id: 1101 } },
  fact: { says: 'Viewers read the stories of their team.', source: 'docs/admin/teams' },
};

const report: Report = await runCases({ target: process.argv[2] ?? '', keys: demoKeys, cases: [own] });
console.log(JSON.stringify(report.total));
