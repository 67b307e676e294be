import type { Story, StoryExport } from '@tines-openapi/types';

/** The webhook API of a story: where calls come in, and which actions answer them. */
export interface WebhookApi {
  readonly entry_action_id: number;
  readonly exit_action_ids: readonly number[];
}

/** A story as it runs: the fields that the API answers, and what stands only in exports. */
export type StoryRow = Readonly<Story> & {
  readonly webhook_api: WebhookApi | null;
  /** Short name of an emoji, such as `:gear:`. */
  readonly icon: string;
};

/** What a draft has of its own. The rest, such as team, folder and owners, belongs to the story and all its drafts. */
export const contentFields = [
  'name',
  'slug',
  'description',
  'keep_events_for',
  'disabled',
  'priority',
  'send_to_story_enabled',
  'send_to_story_access_source',
  'send_to_story_access',
  'shared_team_slugs',
  'send_to_story_skill_use_requires_confirmation',
  'entry_agent_id',
  'exit_agents',
  'tags',
  'recipients',
  'monitor_failures',
  'webhook_api',
  'icon',
] as const satisfies (keyof StoryRow)[];

export type StoryContent = Pick<StoryRow, (typeof contentFields)[number]>;

/** A draft of a story under change control. Its actions and notes carry its id. */
export interface DraftRow {
  readonly id: number;
  readonly story_id: number;
  /** Name of the draft; that of the story in it stands in `content`. */
  readonly name: string;
  readonly user_id: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly edited_at: string;
  /** Ids of the users who changed something in it. */
  readonly participants: readonly number[];
  readonly content: StoryContent;
}

export interface StoryVersionRow {
  readonly id: number;
  readonly story_id: number;
  /** Draft that was saved; null where it was the live story. */
  readonly draft_id: number | null;
  readonly name: string;
  readonly description: string;
  readonly timestamp: string;
  readonly export_file: StoryExport;
}

export interface ChangeRequestRow {
  readonly id: number;
  readonly story_id: number;
  /** Null once the draft is gone. */
  readonly draft_id: number | null;
  readonly name: string;
  readonly description: string;
  readonly status: 'PENDING' | 'APPROVED' | 'REJECTED' | 'PUSHED' | 'IN_PROGRESS';
  readonly user_id: number;
  readonly participants: readonly number[];
  readonly created_at: string;
  readonly updated_at: string;
}

export interface NoteRow {
  readonly id: number;
  readonly story_id: number;
  readonly draft_id: number | null;
  /** Tells which note of a draft is which of the live story. */
  readonly guid: string;
  readonly group_id: number | null;
  readonly position: { readonly x: number; readonly y: number };
  readonly content: string;
}
