import type { KeyChoices, Team } from '../api/client.ts';
import type { KeyDraft } from '../keys/draft.ts';
import { Facts } from '../parts/facts.tsx';
import { roleText } from '../parts/text.ts';

/** What is about to be allowed, in words. */
export function Consent({ team, choices, draft }: { team: Team; choices: KeyChoices; draft: KeyDraft }) {
  const kind = choices.kinds.find(({ type }) => type === draft.type);
  return (
    <div class="consent">
      <h2>Allow “{draft.name}” to call this tenant?</h2>
      <Facts
        of={[
          ['Credential', `${draft.name}, of the team ${team.name}`],
          ['Key', kind?.title],
          ['Made by', choices.person.name],
          ['Acts as', draft.type === 'personal' ? choices.person.name : `${draft.name}, a service account`],
          ['Reach', reachOf(choices, draft) ?? kind?.reach],
          ['Lifetime', kind?.lifetime],
        ]}
      />
      <p class="hint">The secret goes straight into the credential. Nobody is shown it, not even you.</p>
    </div>
  );
}

/** What was chosen; nothing where the type leaves no choice. */
function reachOf({ teams }: KeyChoices, { type, teamId, role, permissions }: KeyDraft): string | undefined {
  if (type === 'team') return `The team ${teams.find(({ id }) => id === teamId)?.name} as ${roleText(role)}`;
  if (type === 'service') return permissions.length > 0 ? permissions.join(', ') : 'No tenant permission at all';
  return undefined;
}
