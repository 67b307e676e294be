import type { Skill, WorkbenchConversation } from '@tines-openapi/types';

/** The API knows a skill by its team and its name; the id is of this tenant alone. */
export type SkillRow = Readonly<Skill> & { readonly id: number };

/** A conversation with its transcript. The API knows it by its guid. */
export type ConversationRow = Readonly<WorkbenchConversation> & { readonly id: number };
