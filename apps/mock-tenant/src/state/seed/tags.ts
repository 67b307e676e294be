import type { State } from '../state.ts';

export function seedTags(state: State): void {
  const tag = (id: number, name: string, color: string, at: string) =>
    state.tags.put({ id, name, color, team_ids: [1101], created_at: at, updated_at: at });
  tag(1201, 'phishing', '#FF8888', '2026-03-02T08:15:33.512Z');
  tag(1202, 'endpoint', '#6FC3DF', '2026-03-02T08:16:33.512Z');
  tag(1203, 'identity', '#C9A6F5', '2026-03-02T08:17:33.512Z');
}
