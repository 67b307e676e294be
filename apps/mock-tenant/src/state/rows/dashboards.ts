import type { DashboardDefinition } from '@tines-openapi/types';

export interface DashboardRow {
  readonly id: number;
  readonly team_id: number;
  readonly name: string;
  readonly definition: DashboardDefinition;
  readonly created_at: string;
  readonly updated_at: string;
}
