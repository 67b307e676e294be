import type { State } from '../state/state.ts';

/** Takes a story away with its actions and their events. */
export function removeStory(state: State, storyId: number): void {
  for (const action of state.actions.where('story_id', storyId)) removeAction(state, action.id);
  state.stories.delete(storyId);
}

/** Takes an action away with its events. */
export function removeAction(state: State, actionId: number): void {
  for (const event of state.events.where('agent_id', actionId)) state.events.delete(event.id);
  state.actions.delete(actionId);
}
