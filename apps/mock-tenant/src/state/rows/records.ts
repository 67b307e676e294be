import type { RecordField, RecordType, RecordViewDefinition } from '@tines-openapi/types';

/** A record type without its columns, which are rows of their own. */
export type RecordTypeRow = Readonly<
  Required<Omit<RecordType, 'record_fields' | 'default_record_fields' | 'description'>>
> & {
  readonly description: string | null;
};

export type RecordFieldRow = Readonly<RecordField> & {
  readonly record_type_id: number;
  /** Which column the server keeps itself; null for the own ones. */
  readonly keeps: 'story_name' | 'timestamp' | null;
};

/** What a column of a record holds: a large text stands in a row of its own and is pointed at. */
export type CellValue = string | number | boolean | null | { readonly artifact_id: number };

export interface RecordRow {
  readonly id: number;
  readonly record_type_id: number;
  /** Values by the id of the column. A column without a value has no key. */
  readonly values: Readonly<Record<string, CellValue>>;
  readonly story_id: number | null;
  readonly story_run_guid: string | null;
  readonly parent_id: number | null;
  readonly test_mode: boolean;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A large text or a JSON value of a record. */
export interface RecordArtifactRow {
  readonly id: number;
  readonly record_id: number;
  readonly field_id: number;
  readonly value: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A link between a record and a case, whichever side made it. */
export interface RecordCaseRow {
  readonly id: number;
  readonly record_id: number;
  readonly case_id: number;
}

export type RecordViewRow = Readonly<RecordViewDefinition> & {
  readonly id: number;
  readonly team_id: number;
  readonly record_type_id: number;
  readonly created_at: string;
  readonly updated_at: string;
};
