import { describe, expect, test } from 'vitest';
import { spansBetween, startOfSpan } from '../src/behaviours/time-spans.ts';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';
const webhook = 'POST /webhook/8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d/11ee22dd33cc44bb55aa66ff77008899';

function open() {
  const { ask, tenant } = openTenant();
  const get = async (line: string, keyOf = key) => (await ask(`GET /api/v1/reporting/${line}`, { key: keyOf })).body;
  let places = 0;
  // The second action of the story lets each place through once.
  const run = () => {
    places += 1;
    return ask(webhook, { body: { place: `place ${places}` } });
  };
  return { ask, get, run, tenant };
}

describe('time saved', () => {
  test('grows with the runs of actions that say what a run saves', async () => {
    const { get, run, tenant } = open();
    const query = 'time_saved?start_date=2026-11-23T00:00:00Z&end_date=2026-11-26T00:00:00Z&action_id=4112';
    const before = await get(query);
    expect(before.time_saved).toEqual([
      { date: '2026-11-23T00:00:00Z', value: 0 },
      { date: '2026-11-24T00:00:00Z', value: 0 },
      { date: '2026-11-25T00:00:00Z', value: 0 },
    ]);
    await run();
    await run();
    tenant.state.clock.advance(86_400_000);
    await run();
    const values = (await get(query)).time_saved.map(({ value }: { value: number }) => value);
    expect(values).toEqual([0, 600, 300]);
    const filled = (await get(`${query}&fill_gaps=false`)).time_saved;
    expect(filled.map(({ date }: { date: string }) => date)).toEqual(['2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z']);
    const byWeek = await get(`${query}&date_unit=week`);
    expect(byWeek.time_saved).toEqual([{ date: '2026-11-23T00:00:00Z', value: 900 }]);
  });

  test('is told for teams, stories and pages', async () => {
    const { get, run } = open();
    await run();
    const total = async (query: string) =>
      (await get(`time_saved?fill_gaps=false&${query}`)).time_saved.reduce(
        (sum: number, { value }: { value: number }) => sum + value,
        0,
      );
    expect(await total('story_id=3102')).toBe(300);
    expect(await total('story_id=3103')).toBe(0);
    expect(await total('team_id=1102')).toBe(0);
    const hours = 'time_saved?start_date=2026-11-23T00:00:00Z&end_date=2026-11-24T00:00:00Z&date_unit=hour&per_page=5';
    const { time_saved, meta } = await get(`${hours}&page=5`);
    expect([time_saved.length, meta.count, meta.next_page]).toEqual([4, 24, null]);
  });

  test('is empty where nothing was ever saved', async () => {
    const { get } = open();
    expect((await get('time_saved?team_id=1102')).time_saved).toEqual([]);
  });
});

describe('the performance of actions', () => {
  const ids = (body: { action_performance: { action: { id: number } }[] }) =>
    body.action_performance.map(({ action }) => action.id);

  test('counts the runs of each action that ran', async () => {
    const { get, run } = open();
    expect(ids(await get('action_performance?story_id=3102'))).toEqual([]);
    await run();
    await run();
    const { action_performance } = await get('action_performance?story_id=3102');
    expect(action_performance[1]).toMatchObject({
      action: { id: 4112, type: 'eventTransformation', story_container: { live_story: { group: false } } },
      processed_count: 2,
      story_name: 'Impossible travel alert',
    });
  });

  test('is ranked from either end', async () => {
    const { get, run } = open();
    await run();
    const slowest = ids(await get('action_performance?filter_option=slowest_actions&team_id=1101'));
    const fastest = ids(await get('action_performance?filter_option=fastest_actions&team_id=1101'));
    expect(slowest.slice(0, 2)).toEqual([4103, 4192]);
    expect(fastest.slice(-2)).toEqual([4103, 4192]);
    for (let times = 0; times < 5; times += 1) await run();
    expect(ids(await get('action_performance?filter_option=most_active_actions&per_page=1'))).toEqual([4111]);
    const least = await get('action_performance?filter_option=action_with_least_activity');
    expect(least.action_performance[0].processed_count).toBe(1);
  });

  test('stays within the teams of the key', async () => {
    const { get } = open();
    const seen = await get('action_performance?per_page=100', 'team-viewer-demo-key');
    expect(new Set(seen.action_performance.map((row: { story_name: string }) => row.story_name))).toEqual(
      new Set(['Phishing report triage']),
    );
  });
});

describe('spans of time', () => {
  const time = Date.parse('2026-11-26T15:45:10Z');
  test.each([
    ['hour', '2026-11-26T15:00:00.000Z'],
    ['day', '2026-11-26T00:00:00.000Z'],
    ['week', '2026-11-23T00:00:00.000Z'],
    ['month', '2026-11-01T00:00:00.000Z'],
  ] as const)('of a %s start at %s', (unit, start) => {
    expect(new Date(startOfSpan(time, unit)).toISOString()).toBe(start);
  });

  test('follow each other over the ends of months and years', () => {
    const months = spansBetween(Date.parse('2026-11-15'), Date.parse('2027-02-02'), 'month');
    expect(months.map((span) => new Date(span).toISOString().slice(0, 7))).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ]);
    expect(spansBetween(Number.POSITIVE_INFINITY, 0, 'day')).toEqual([]);
  });
});
