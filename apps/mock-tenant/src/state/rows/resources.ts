import type { Resource } from '@tines-openapi/types';

/** A resource with its value as the JSON value that it is; what the API shows of it as text is made on the way out. */
export type ResourceRow = Readonly<Omit<Resource, 'value' | 'test_resource' | 'referencing_action_ids'>> & {
  readonly value: unknown;
  readonly test_resource: TestValueRow | null;
};

/** A value that stands in for the live one in tests. */
export interface TestValueRow {
  readonly value: unknown;
  readonly created_at: string;
  readonly updated_at: string;
}
