import type { State } from '../state.ts';

const run = '7c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5';
const earlierRun = '6b0c1d2e-3f4a-4b5c-9d6e-7f8091a2b3c4';
const groupRun = '2b3c4d5e-6f70-4812-93a4-b5c6d7e8f901';
const draftRun = '5a9b0c1d-2e3f-4a4b-8c5d-6e7f8091a2b3';

export function seedEvents(state: State): void {
  const put = eventsInto(state);
  const receive_host = { body: { hostname: 'lap-0417', serial: 'QH4821-0417' }, headers };
  put(5091, 4131, '2026-11-23T16:20:00Z', draftRun, { receive_host });
  put(5092, 4132, '2026-11-23T16:20:00Z', draftRun, { receive_host, isolate_host: { status: 200, body: {} } }, [5091]);
  put(5099, 4101, '2026-11-24T07:05:40Z', earlierRun, {
    receive_report: { body: { reporter: 'dev.patel@quiet-harbor.example', subject: 'Parcel' }, headers },
  });

  const report = {
    reporter: 'elif.demir@quiet-harbor.example',
    subject: 'Your invoice is overdue',
    link: 'https://invoice.example/pay',
  };
  const receive_report = { body: report, headers };
  const extract_links = { links: [report.link] };
  const look_up_link = { status: 200, body: { verdict: 'malicious' } };
  put(5101, 4101, '2026-11-24T08:30:00Z', run, { receive_report });
  put(5102, 4102, '2026-11-24T08:30:01Z', run, { receive_report, extract_links }, [5101]);
  put(5103, 4103, '2026-11-24T08:30:03Z', run, { receive_report, extract_links, look_up_link }, [5101, 5102]);
  const write_the_answer = { text: 'Thank you. We look into it.' };
  const send_the_answer = { status: 'sent' };
  put(5104, 4191, '2026-11-24T08:30:01Z', run, { receive_report, write_the_answer }, [5101], groupRun);
  const told = { receive_report, write_the_answer, send_the_answer };
  put(5105, 4192, '2026-11-24T08:30:03Z', run, told, [5101, 5104], groupRun);
  seedRuns(state);
  for (const row of logs) state.actionLogs.put(row);
}

const headers = { 'content-type': 'application/json' };

function eventsInto(state: State) {
  return (
    id: number,
    agent_id: number,
    at: string,
    story_run_guid: string,
    payload: Record<string, unknown>,
    previous_events_ids: number[] = [],
    group_run_guid: string | null = null,
  ) => {
    const story_id = Number(state.actions.get(agent_id)?.story_id ?? 3103);
    state.events.put({
      id,
      user_id: 2101,
      agent_id,
      payload,
      created_at: at,
      updated_at: at,
      story_run_guid,
      previous_events_ids,
      re_emitted: false,
      story_id,
      group_run_guid,
    });
  };
}

function seedRuns(state: State): void {
  const put = (guid: string, story_id: number, action_ids: number[], start_time: string, end_time: string) =>
    state.runs.insert({
      guid,
      story_id,
      draft_id: guid === draftRun ? 3201 : null,
      group_id: guid === groupRun ? 4190 : null,
      start_time,
      end_time,
      action_ids,
      event_count: action_ids.length,
    });
  put(draftRun, 3103, [4131, 4132], '2026-11-23T16:20:00Z', '2026-11-23T16:20:00Z');
  put(earlierRun, 3101, [4101], '2026-11-24T07:05:40Z', '2026-11-24T07:05:40Z');
  put(run, 3101, [4101, 4102, 4103], '2026-11-24T08:30:00Z', '2026-11-24T08:30:03Z');
  put(groupRun, 3101, [4191, 4192], '2026-11-24T08:30:01Z', '2026-11-24T08:30:03Z');
}

const logs = (
  [
    [
      4500,
      3,
      'GET https://reputation.example/v1/links?link=https%3A%2F%2Fparcel.example%2Ftrack',
      '2026-11-20T11:47:08Z',
    ],
    [4501, 4, 'Request to https://reputation.example/v1/links failed with status 503.', '2026-11-20T11:47:09Z'],
    [
      4502,
      3,
      'GET https://reputation.example/v1/links?link=https%3A%2F%2Finvoice.example%2Fpay',
      '2026-11-24T08:30:03Z',
    ],
  ] as const
).map(([id, level, message, created_at]) => ({ id, level, message, created_at, action_id: 4103, inbound_event: null }));
