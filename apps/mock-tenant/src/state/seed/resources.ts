import type { ResourceRow } from '../rows/resources.ts';
import type { State } from '../state.ts';

export function seedResources(state: State): void {
  const alike: Pick<ResourceRow, 'read_access' | 'shared_team_slugs' | 'test_resource_enabled' | 'test_resource'> = {
    read_access: 'TEAM',
    shared_team_slugs: [],
    test_resource_enabled: false,
    test_resource: null,
  };
  state.resources.put({
    ...alike,
    id: 8101,
    name: 'Blocked domains',
    value: ['invoice.example', 'parcel.example'],
    team_id: 1101,
    folder_id: 6103,
    user_id: 2102,
    slug: 'blocked_domains',
    created_at: '2026-03-02T08:35:00Z',
    updated_at: '2026-11-17T15:26:40Z',
    description: 'Domains whose mail is never genuine.',
  });
  state.resources.put({
    ...alike,
    id: 8102,
    name: 'On call',
    value: { first: 'Elif Demir', second: 'Dev Patel' },
    team_id: 1102,
    folder_id: null,
    user_id: 2104,
    slug: 'on_call',
    created_at: '2026-05-04T10:00:00Z',
    updated_at: '2026-11-23T08:00:00Z',
    description: '',
  });
}
