import type { State } from '../state.ts';

export function seedEvents(state: State): void {
  const run = '7c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5';
  const report = { body: { subject: 'Invoice 4711', from: 'billing@sender.example' } };
  const links = { links: ['https://login.sender.example/reset'] };
  const verdict = { status: 200, body: { verdict: 'malicious' } };
  const payloads = [
    { receive_report: report },
    { receive_report: report, extract_links: links },
    { receive_report: report, extract_links: links, look_up_link: verdict },
  ];
  for (const [index, payload] of payloads.entries()) {
    const at = `2026-11-23T15:04:0${3 + index}Z`;
    state.events.put({
      id: 5101 + index,
      user_id: 2101,
      agent_id: 4101 + index,
      payload,
      created_at: at,
      updated_at: at,
      story_run_guid: run,
      previous_events_ids: index === 0 ? [] : [5100 + index],
      re_emitted: false,
    });
  }
}
