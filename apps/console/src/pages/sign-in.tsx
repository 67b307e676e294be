import { useState } from 'preact/hooks';
import { api, outcomeOf, type Person } from '../api/client.ts';
import { useResource } from '../api/resource.ts';
import { Badge } from '../parts/badge.tsx';
import { Empty, Refusal } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Show } from '../parts/show.tsx';
import { nameOf, roleText } from '../parts/text.ts';

/** Chooses the person as whom the page is used. */
export function SignInPage({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const [people] = useResource(() => outcomeOf(api.GET('/_mock/people')));
  const [message, setMessage] = useState<string>();
  const signIn = async (person_id: number) => {
    const outcome = await outcomeOf(api.POST('/_mock/session', { body: { person_id } }));
    if (outcome.kind === 'refused') setMessage(outcome.message);
    if (outcome.kind === 'done') await onSignedIn();
  };
  return (
    <Page title="Sign in as" lead="Choose whom to be. What each of them may do is up to the tenant.">
      <Refusal message={message} />
      <Show resource={people}>
        {(value) =>
          value.people.length === 0 ? (
            <Empty title="Nobody is in this tenant." />
          ) : (
            <ul class="people-choice">
              {value.people.map((person) => (
                <li key={person.id}>
                  <button
                    type="button"
                    class="choice"
                    disabled={!person.is_active}
                    onClick={() => void signIn(person.id)}
                  >
                    <Description person={person} />
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Show>
    </Page>
  );
}

function Description({ person }: { person: Person }) {
  return (
    <>
      <span class="choice-title">{nameOf(person)}</span>
      <span class="choice-text">{person.email}</span>
      <span class="badges">
        {!person.is_active && <Badge tone="bad">Deactivated</Badge>}
        {person.tenant_owner && <Badge tone="tenant_owner">Tenant owner</Badge>}
        {person.memberships.map(({ team_id, team_name, role }) => (
          <Badge key={team_id}>
            {team_name}: {roleText(role)}
          </Badge>
        ))}
        {person.tenant_permissions.map((permission) => (
          <Badge key={permission}>{permission}</Badge>
        ))}
      </span>
    </>
  );
}
