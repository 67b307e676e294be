import { Crumbs } from '../parts/crumbs.tsx';
import { Page } from '../parts/page.tsx';
import { Show } from '../parts/show.tsx';
import { useTeam } from './team.ts';

/** Chooses what kind of credential it is to be. */
export function NewCredentialPage({ teamId }: { teamId: number }) {
  const team = useTeam(teamId);
  return (
    <>
      <Crumbs
        of={[
          ['Credentials', '#/teams'],
          [team.state === 'ready' && team.value ? team.value.name : 'Team', `#/teams/${teamId}`],
        ]}
      />
      <Page title="New credential" lead="What is it for?">
        <Show resource={team}>
          {() => (
            <ul class="people-choice">
              <li>
                <a class="choice" href={`#/teams/${teamId}/new/tines`}>
                  <span class="choice-title">Tines</span>
                  <span class="choice-text">
                    This tenant's own API, by the connect flow: a key is made and put into the credential, and nobody
                    sees its secret.
                  </span>
                </a>
              </li>
              <li class="choice choice-text">
                <span class="choice-title">Anything else</span>
                <span>
                  Text, OAuth, JWT, AWS and the other kinds are made by the API:{' '}
                  <code>POST /api/v1/user_credentials</code>.
                </span>
              </li>
            </ul>
          )}
        </Show>
      </Page>
    </>
  );
}
