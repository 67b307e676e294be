import type { StoryExport } from '@tines-openapi/types';
import type { KeyType } from '../rows.ts';

/** What a tenant begins with, by names. `openapi/seed.schema.json` describes it for files. */
export interface Seed {
  /** Teams, a parent before its case groups. */
  teams: SeedTeam[];
  /** People. At least one is an active tenant owner. */
  people: SeedPerson[];
  stories?: SeedStory[];
  keys?: SeedKey[];
}

export interface SeedTeam {
  name: string;
  /** Name of the team that this is a case group of. */
  parent?: string;
}

export interface SeedPerson {
  email: string;
  first_name?: string;
  last_name?: string;
  tenant_owner?: boolean;
  is_active?: boolean;
  tenant_permissions?: string[];
  /** Role by the name of the team. */
  teams?: Record<string, string>;
}

export interface SeedStory {
  /** Name of the team. */
  team: string;
  name?: string;
  description?: string;
  /** E-mail address of who made it; the first tenant owner unless set. */
  owner?: string;
  tags?: string[];
  /** The story as the API exports it. */
  export?: StoryExport;
}

export interface SeedKey {
  secret: string;
  type: KeyType;
  name?: string;
  /** E-mail address of whom a personal key acts as. */
  person?: string;
  /** Name of the team of a team key, and its role there. */
  team?: string;
  role?: string;
  tenant_permissions?: string[];
}

/** Something wrong in a seed: each line begins with the place, a JSON pointer. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
}
