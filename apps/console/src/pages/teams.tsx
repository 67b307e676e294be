import { api, outcomeOf } from '../api/client.ts';
import { useResource } from '../api/resource.ts';
import { Empty } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Show } from '../parts/show.tsx';

/** Where the connect flow begins: the team that is to have the credential. */
export function TeamsPage() {
  const [teams] = useResource(() => outcomeOf(api.GET('/_mock/teams')));
  return (
    <Page title="Credentials" lead="A credential belongs to a team. Pick the team.">
      <Show resource={teams}>
        {(value) =>
          value.teams.length === 0 ? (
            <Empty title="You are in no team">
              <p>A tenant owner can give you a role in one.</p>
            </Empty>
          ) : (
            <ul class="people-choice">
              {value.teams.map(({ id, name, credentials }) => (
                <li key={id}>
                  <a class="choice" href={`#/teams/${id}`}>
                    <span class="choice-title">{name}</span>
                    <span class="choice-text">{countText(credentials)}</span>
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Show>
    </Page>
  );
}

function countText(count: number | null): string {
  if (count === null) return 'Your role there shows no credentials';
  return count === 1 ? '1 credential' : `${count} credentials`;
}
