import type { Action, Event } from '@tines-openapi/types';

/** An action without what follows from other rows: its links, and the copy of the story that it is in. */
export type ActionRow = Readonly<Omit<Action, 'sources' | 'receivers' | 'story_mode'>> & {
  /** Draft that the action is in; null in the live story. Both sides of one action have the same guid. */
  readonly draft_id: number | null;
  readonly group_id: number | null;
  /** What the action remembers between runs, oldest first. */
  readonly memory: readonly unknown[];
  /** Option `path` of a webhook, so that calls find it; null on other types. */
  readonly webhook_path: string | null;
};

export type LinkType = 'DEFAULT' | 'NO_MATCH' | 'FAILURE';

/** A link from one action to another of the same copy of a story. */
export interface ActionLinkRow {
  readonly id: number;
  readonly source_id: number;
  readonly receiver_id: number;
  /** Outcome of the source that the link follows. */
  readonly type: LinkType;
}

export interface ActionLogRow {
  readonly id: number;
  readonly action_id: number;
  /** 2 warning, 3 information, 4 error. */
  readonly level: 2 | 3 | 4;
  readonly message: string;
  readonly created_at: string;
  readonly inbound_event: Readonly<Record<string, unknown>> | null;
}

export type EventRow = Readonly<Event> & {
  readonly story_id: number;
  /** Run of the group that the action is in; null outside of groups. */
  readonly group_run_guid: string | null;
};

/** A run of a story or of a group in it. It stays when its events are deleted. */
export interface RunRow {
  readonly id: number;
  readonly guid: string;
  readonly story_id: number;
  readonly draft_id: number | null;
  /** Group that ran; null where it was the story. */
  readonly group_id: number | null;
  readonly start_time: string;
  readonly end_time: string;
  readonly action_ids: readonly number[];
  readonly event_count: number;
}

/** A run of an action that waits for its time. */
export interface PendingRunRow {
  readonly id: number;
  readonly action_id: number;
  /** Event that the action received. */
  readonly event_id: number;
  /** When it runs, in milliseconds since 1970. */
  readonly due: number;
}
