import type { CaseCommentReaction, CaseCommentReactionRequest } from '@tines-openapi/types';
import type { CaseReaction } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';

type Name = CaseCommentReactionRequest['value'];

/** Reactions as the API shows them, with the names of those who reacted. */
export function shownReactions(state: State, reactions: readonly CaseReaction[]): CaseCommentReaction[] {
  return reactions.map(({ emoji, reactants }) => ({
    emoji: emoji as CaseCommentReaction['emoji'],
    reactants: reactants.map(({ user_id, reacted_at }) => ({ user_id, user_name: nameOf(state, user_id), reacted_at })),
  }));
}

/** The reactions with one more; a reaction that the user has given already counts once. */
export function withReaction(
  reactions: readonly CaseReaction[],
  name: Name,
  userId: number,
  now: string,
): readonly CaseReaction[] {
  const emoji = `:${name}:`;
  // Written with an offset, where every other time of the API ends in Z.
  const reactant = { user_id: userId, reacted_at: now.replace(/Z$/, '+00:00') };
  const known = reactions.find((reaction) => reaction.emoji === emoji);
  if (!known) return [...reactions, { emoji, reactants: [reactant] }];
  if (known.reactants.some(({ user_id }) => user_id === userId)) return reactions;
  const added = { emoji, reactants: [...known.reactants, reactant] };
  return reactions.map((reaction) => (reaction === known ? added : reaction));
}

/** The reactions without that one of the user. */
export function withoutReaction(
  reactions: readonly CaseReaction[],
  name: Name,
  userId: number,
): readonly CaseReaction[] {
  return reactions
    .map((reaction) =>
      reaction.emoji === `:${name}:`
        ? { ...reaction, reactants: reaction.reactants.filter(({ user_id }) => user_id !== userId) }
        : reaction,
    )
    .filter(({ reactants }) => reactants.length > 0);
}

function nameOf(state: State, userId: number): string {
  const user = state.users.get(userId);
  return user ? `${user.first_name} ${user.last_name}`.trim() : 'Deleted user';
}
