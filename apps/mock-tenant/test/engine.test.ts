import { describe, expect, test } from 'vitest';
import { resolveFormulas } from '../src/engine/formulas.ts';
import { judgeRules } from '../src/engine/rules.ts';
import { depthLimit, eventLimit } from '../src/engine/run.ts';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';
const webhook = 'POST /webhook/8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d/11ee22dd33cc44bb55aa66ff77008899';

describe('formulas', () => {
  const payload = { get_user: { body: { names: ['Ada', 'Bea'], 'full-time': true, age: 41, none: null } } };
  test.each([
    ['<<get_user.body.age>>', 41],
    ['<< get_user.body.names >>', ['Ada', 'Bea']],
    ['<<get_user.body.names[1]>>', 'Bea'],
    ['<<get_user["body"].full-time>>', true],
    ['Hello <<get_user.body.names[0]>>, <<get_user.body.age>>', 'Hello Ada, 41'],
    ['Team: <<get_user.body.names>>', 'Team: ["Ada","Bea"]'],
    ['<<get_user.body.missing.deeper>>', null],
    ['none: <<get_user.body.none>>', 'none: '],
    ['<<constructor.name>>', null],
    ['plain', 'plain'],
    [7, 7],
    [{ list: ['<<get_user.body.age>>'] }, { list: [41] }],
  ])('%j becomes %j', (template, value) => {
    expect(resolveFormulas(template, payload)).toEqual({ value, unknown: [] });
  });

  test('beyond paths count as null and are named', () => {
    expect(resolveFormulas({ count: '<<SIZE(get_user.body.names)>>' }, payload)).toEqual({
      value: { count: null },
      unknown: ['SIZE(get_user.body.names)'],
    });
  });
});

describe('rules of a condition', () => {
  const payload = { in: { word: 'malware', score: 7 } };
  test.each([
    ['regex', '<<in.word>>', '^mal', true],
    ['regex', '<<in.word>>', '(', false],
    ['!regex', '<<in.word>>', '^mal', false],
    ['field==value', '<<in.score>>', '7', true],
    ['field!=value', '<<in.score>>', '7', false],
    ['field>value', '<<in.score>>', '6', true],
    ['field>=value', '<<in.score>>', '8', false],
    ['field<value', '<<in.score>>', '10', true],
    ['field<=value', '<<in.score>>', '7', true],
  ])('%s of %s and %s: %s', (type, path, value, matched) => {
    expect(judgeRules([{ type, path, value }], payload)).toEqual({ matched });
  });

  test('must all match', () => {
    const both = [
      { type: 'regex', path: '<<in.word>>', value: 'mal' },
      { type: 'field==value', path: '<<in.score>>', value: '8' },
    ];
    expect(judgeRules(both, payload)).toEqual({ matched: false });
  });

  test.each([[undefined], [[]], [[{ type: 'sounds like' }]]])('that are none are a fault: %j', (rules) => {
    expect(judgeRules(rules, payload)).toEqual({ fault: expect.any(String) });
  });
});

/** The story of two actions with further ones behind its webhook; answers the id of the first. */
async function behindWebhook(...actions: { type: string; options: object; name: string; after?: object }[]) {
  const opened = openTenant();
  const ids: number[] = [];
  for (const { after, ...action } of actions) {
    const linked = after ?? { source_ids: [ids.at(-1) ?? 4111] };
    const body = { story_id: 3102, position: { x: 0, y: 0 }, ...action, ...linked };
    ids.push((await opened.ask('POST /api/v1/actions', { key, body })).body.id);
  }
  const outputs = async (id: number | undefined, name: string) =>
    (await opened.ask(`GET /api/v1/actions/${id}/events`, { key })).body.events
      .map(({ payload }: { payload: Record<string, unknown> }) => payload[name])
      .reverse();
  return { ...opened, ids, outputs };
}

describe('an event transform', () => {
  const type = 'Agents::EventTransformationAgent';

  test('lets a value through once, until its memory is cleared', async () => {
    const { ask, outputs } = await behindWebhook();
    const send = () => ask(webhook, { body: { place: 'Cork' } });
    await send();
    await send();
    expect(await outputs(4112, 'compare_places')).toHaveLength(1);
    await ask('DELETE /api/v1/actions/4112/clear_memory', { key });
    await send();
    expect(await outputs(4112, 'compare_places')).toHaveLength(2);
  });

  test('makes an event of each entry of a list, and one of them again', async () => {
    const { ask, ids, outputs } = await behindWebhook(
      { type, name: 'Each', options: { mode: 'explode', path: '<<receive_sign_in.body.users>>', to: 'user' } },
      {
        type,
        name: 'All',
        options: { mode: 'implode', item_path: '<<each.user>>', size_path: '<<each.size>>' },
      },
    );
    await ask(webhook, { body: { users: ['ada', 'bea'] } });
    expect(await outputs(ids[0], 'each')).toEqual([
      { user: 'ada', index: 0, size: 2 },
      { user: 'bea', index: 1, size: 2 },
    ]);
    expect(await outputs(ids[1], 'all')).toEqual([{ items: ['ada', 'bea'] }]);
  });

  test('fails when it runs, not when it is made, and says so in its log', async () => {
    const { ask, ids, outputs } = await behindWebhook({ type, name: 'Odd', options: { mode: 'sideways' } });
    await ask(webhook, { body: {} });
    expect(await outputs(ids[0], 'odd')).toEqual([]);
    const { body } = await ask(`GET /api/v1/actions/${ids[0]}/logs?level=4`, { key });
    expect(body.action_logs[0].message).toContain('message_only');
    expect((await ask(`GET /api/v1/actions/${ids[0]}`, { key })).body.last_error_log_at).not.toBeNull();
  });
});

describe('links of a kind', () => {
  const shape = { type: 'Agents::EventTransformationAgent', options: { mode: 'message_only', payload: {} } };

  test('follow a condition that does not hold', async () => {
    const rules = [{ type: 'field==value', path: '<<receive_sign_in.body.place>>', value: 'Cork' }];
    const { ask, ids, outputs } = await behindWebhook({
      type: 'Agents::TriggerAgent',
      name: 'In Cork',
      options: { rules },
    });
    const link = (name: string, link_type: string) =>
      ask('POST /api/v1/actions', {
        key,
        body: {
          ...shape,
          name,
          story_id: 3102,
          position: { x: 0, y: 0 },
          links_to_sources: [{ source_id: ids[0], link_type }],
        },
      });
    const { body: yes } = await link('Yes', 'DEFAULT');
    const { body: no } = await link('No', 'NO_MATCH');
    await ask(webhook, { body: { place: 'Galway' } });
    expect(await outputs(yes.id, 'yes')).toEqual([]);
    expect(await outputs(no.id, 'no')).toEqual([{}]);
    await ask(webhook, { body: { place: 'Cork' } });
    expect(await outputs(yes.id, 'yes')).toEqual([{}]);
  });

  test('follow a failure', async () => {
    const { ask, ids, outputs } = await behindWebhook({ type: 'Agents::HTTPRequestAgent', name: 'Ask', options: {} });
    const after = { links_to_sources: [{ source_id: ids[0], type: 'FAILURE' }] };
    const body = { ...shape, name: 'Tell', story_id: 3102, position: { x: 0, y: 0 }, ...after };
    const { body: tell } = await ask('POST /api/v1/actions', { key, body });
    await ask(webhook, { body: {} });
    expect(await outputs(tell.id, 'tell')).toEqual([{}]);
    expect(await outputs(ids[0], 'ask')).toEqual([{ error: 'The option url is required.' }]);
  });

  test('in a circle end after a number of events', async () => {
    const { ask, ids, tenant } = await behindWebhook({ ...shape, name: 'Round' });
    await ask(`PUT /api/v1/actions/${ids[0]}`, { key, body: { source_ids: ids } });
    const before = tenant.state.events.size;
    await ask(webhook, { body: { place: 'Cork' } });
    expect(tenant.state.events.size - before).toBe(eventLimit);
  });
});

describe('a story that calls another', () => {
  test('goes on with what its exit emitted', async () => {
    const { ask, ids, outputs } = await behindWebhook({
      type: 'Agents::SendToStoryAgent',
      name: 'Triage',
      options: {
        story: '<<STORY.phishing_report_triage>>',
        payload: { body: { link: '<<receive_sign_in.body.link>>' } },
      },
    });
    await ask(webhook, { body: { link: 'https://one.example' } });
    expect((await ask(`GET /api/v1/actions/${ids[0]}/logs?level=4`, { key })).body.meta.count).toBe(1);
    const body = { send_to_story_access_source: 'STS', entry_action_id: 4101, exit_action_ids: [4102] };
    await ask('PUT /api/v1/stories/3101', { key, body });
    await ask(webhook, { body: { link: 'https://two.example' } });
    expect(await outputs(ids[0], 'triage')).toEqual([{ links: ['https://two.example'], blocked: null }]);
    expect((await ask('GET /api/v1/stories/3101/runs', { key })).body.meta.count).toBe(3);
  });

  test('and itself in the end is stopped', async () => {
    const { ask, ids, tenant } = await behindWebhook({
      type: 'Agents::SendToStoryAgent',
      name: 'Again',
      options: { story: '<<STORY.impossible_travel_alert>>' },
    });
    const body = { send_to_story_access_source: 'STS', entry_action_id: 4111, exit_action_ids: [4112] };
    await ask('PUT /api/v1/stories/3102', { key, body });
    await ask(webhook, { body: {} });
    expect(tenant.state.actionLogs.where('action_id', ids[0] as number)).toMatchObject([{ level: 4 }]);
    expect((await ask('GET /api/v1/stories/3102/runs', { key })).body.meta.count).toBe(depthLimit + 1);
  });
});
