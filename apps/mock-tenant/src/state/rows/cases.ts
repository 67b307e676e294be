import type {
  CaseActionType,
  CaseActivityType,
  CaseBlockType,
  CaseClosureCondition,
  CaseInputType,
  CaseInputValidationOptions,
  CaseInputValidationType,
  CaseNoteColor,
  CaseNoteType,
  CasePriority,
  CaseState,
  CaseTemplateOptions,
} from '@tines-openapi/types';

/** A case without its parts, which are rows of their own. People, tags and statuses are kept by id. */
export interface CaseRow {
  readonly id: number;
  readonly team_id: number;
  readonly name: string;
  readonly description: string;
  readonly status: CaseState;
  readonly sub_status_id: number | null;
  readonly priority: CasePriority;
  readonly metadata: Readonly<Record<string, string>>;
  readonly author_id: number;
  readonly opened_by_id: number | null;
  readonly resolved_by_id: number | null;
  readonly assignee_ids: readonly number[];
  readonly tag_ids: readonly number[];
  readonly closure_conditions: readonly CaseClosureCondition[];
  readonly opened_at: string;
  readonly resolved_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface CaseReaction {
  /** In the form of the API, such as `:eyes:`. */
  readonly emoji: string;
  readonly reactants: readonly { readonly user_id: number; readonly reacted_at: string }[];
}

/** An entry of a timeline. A comment is one, and so is a file: their ids are the ids of their entries. */
export interface CaseActivityRow {
  readonly id: number;
  readonly case_id: number;
  readonly activity_type: CaseActivityType;
  readonly value: string | null;
  readonly user_id: number;
  readonly created_at: string;
  readonly reactions: readonly CaseReaction[];
}

/** What the timeline does not say of a file. The id is that of its entry. */
export interface CaseFileRow {
  readonly id: number;
  readonly case_id: number;
  readonly filename: string;
  readonly content_type: string;
  /** Base64, so that a snapshot stays plain data. */
  readonly contents: string;
  readonly block_id: number | null;
  readonly annotation: string | null;
  readonly updated_at: string;
}

export interface CaseBlockRow {
  readonly id: number;
  readonly case_id: number;
  readonly slug: string;
  readonly title: string;
  readonly block_type: CaseBlockType;
  readonly position: number;
  readonly hidden: boolean;
  readonly block_group_id: number | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** The place of a note or a file in a block. */
export interface CaseElementRow {
  readonly id: number;
  readonly block_id: number;
  readonly kind: 'note' | 'file';
  /** Id of the note or of the file. */
  readonly item_id: number;
}

/** A note lies in a block, whose title is the title of the note. */
export interface CaseNoteRow {
  readonly id: number;
  readonly case_id: number;
  readonly block_id: number;
  readonly content: string;
  readonly note_type: CaseNoteType;
  readonly color: CaseNoteColor;
  readonly sensitive: boolean;
  readonly author_id: number;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface CaseTaskRow {
  readonly id: number;
  readonly case_id: number;
  readonly description: string;
  readonly completed: boolean;
  readonly assignee_ids: readonly number[];
  readonly created_at: string;
  readonly updated_at: string;
}

/** Two cases that belong together. A link has no direction. */
export interface CaseLinkRow {
  readonly id: number;
  readonly case_id: number;
  readonly linked_case_id: number;
}

export interface CaseSubscriberRow {
  readonly id: number;
  readonly case_id: number;
  readonly user_id: number;
}

/** What a case can hold a value of, defined for a team. Newer pages call it a field. */
export interface CaseInputRow {
  readonly id: number;
  readonly team_id: number;
  readonly name: string;
  readonly key: string;
  readonly input_type: CaseInputType;
  readonly sensitive: boolean;
  readonly validation_type: CaseInputValidationType;
  readonly validation_options: CaseInputValidationOptions;
  readonly group_name: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A value of a case input on one case. */
export interface CaseFieldRow {
  readonly id: number;
  readonly case_id: number;
  readonly input_id: number;
  readonly value: string;
}

/** A button of a case. Which story and page it leads to is found when it is made. */
export interface CaseActionRow {
  readonly id: number;
  readonly case_id: number;
  readonly url: string;
  readonly label: string;
  readonly story_name: string | null;
  readonly story_emoji: string | null;
  readonly page_emoji: string | null;
  readonly action_type: CaseActionType;
  readonly action_text: string;
  readonly query_params: Readonly<Record<string, unknown>>;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A status that a team made below open or closed. */
export interface CaseStatusRow {
  readonly id: number;
  readonly team_id: number;
  readonly name: string;
  readonly slug: string;
  readonly description: string | null;
  readonly parent_status: CaseState;
  readonly default: boolean;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface CaseTemplateRow {
  readonly id: number;
  readonly team_id: number;
  readonly name: string;
  /** A word between colons. */
  readonly emoji: string;
  /** In the words of create and update, not in those of an export. */
  readonly options: CaseTemplateOptions;
  readonly created_at: string;
  readonly updated_at: string;
}
