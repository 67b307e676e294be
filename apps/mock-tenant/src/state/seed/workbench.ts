import type { State } from '../state.ts';

/** One agent skill, and two conversations: the newer one a favourite of its maker. */
export function seedWorkbench(state: State): void {
  state.skills.put({
    id: 1861,
    name: 'triage-phishing',
    description: 'Sorts reported mail. Use it when a mail was reported as phishing.',
    body: '# Triage\n\n1. Extract the links.\n2. Look up each link.\n',
    license: null,
    compatibility: null,
    metadata: { owner: 'detection' },
    team_id: 1101,
    created_at: '2026-09-03T10:00:12Z',
    updated_at: '2026-11-19T15:41:27Z',
  });
  const says = (role: 'user' | 'assistant', text: string) => ({ role, contents: [{ type: 'text' as const, text }] });
  const question = says('user', 'Which stories failed last night?');
  const alike = { source: 'tines', status: 'complete', conversation_type: 'workbench', creator_type: 'User' } as const;
  state.conversations.put({
    ...alike,
    id: 1851,
    guid: '0c9a4e77-2f1b-4d36-8a5e-71c3b60d94f8',
    title: 'Write a note for the night shift',
    source_type: null,
    source_id: null,
    favorited: false,
    creator_id: 2105,
    created_at: '2026-11-22T18:40:05Z',
    updated_at: '2026-11-22T18:40:31Z',
    tool_uses_count: 0,
    credits_used: 0.2,
    billed_cost: { currency: 'usd', amount: '0.01' },
    usage: { input_tokens: 1210, output_tokens: 180, cached_tokens: 0 },
    steps: [
      says('user', 'Write a note for the night shift: two laptops are still missing.'),
      says('assistant', 'Two laptops are still missing. Please look at the open cases first.'),
    ],
  });
  state.conversations.put({
    ...alike,
    id: 1852,
    guid: '6d0f2a18-53c4-4e7b-9a1d-8b7e40c2f935',
    title: 'Which stories failed last night?',
    source_type: null,
    source_id: null,
    favorited: true,
    creator_id: 2102,
    created_at: '2026-11-23T07:12:30Z',
    updated_at: '2026-11-23T07:13:02Z',
    tool_uses_count: 1,
    credits_used: 0.4,
    billed_cost: { currency: 'usd', amount: '0.02' },
    usage: { input_tokens: 5120, output_tokens: 214, cached_tokens: 3072 },
    steps: [
      question,
      {
        role: 'tool',
        name: 'list_failed_stories',
        inputs: { hours: 12 },
        output: { stories: ['Impossible travel alert'] },
      },
      says('assistant', 'One did. Impossible travel alert failed at 02:40.'),
    ],
  });
}
