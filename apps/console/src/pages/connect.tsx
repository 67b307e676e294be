import { useState } from 'preact/hooks';
import { api, type Credential, type KeyChoices, outcomeOf, type Team } from '../api/client.ts';
import { useResource } from '../api/resource.ts';
import { ConnectDone } from '../connect/done.tsx';
import { ConnectSteps } from '../connect/steps.tsx';
import { Crumbs } from '../parts/crumbs.tsx';
import { Page } from '../parts/page.tsx';
import { Show } from '../parts/show.tsx';
import { useTeam } from './team.ts';
import { UnknownPage } from './unknown.tsx';

/** The connect flow of Tines for a team: from consent to a credential that holds a key. */
export function ConnectPage({ teamId }: { teamId: number }) {
  const team = useTeam(teamId);
  const [choices] = useResource(() => outcomeOf(api.GET('/_mock/key_choices')));
  const name = team.state === 'ready' ? team.value?.name : undefined;
  return (
    <>
      <Crumbs
        of={[
          ['Credentials', '#/teams'],
          [name ?? 'Team', `#/teams/${teamId}`],
          ['New credential', `#/teams/${teamId}/new`],
        ]}
      />
      <Show resource={team}>
        {(found) =>
          found ? <Show resource={choices}>{(value) => <Flow team={found} choices={value} />}</Show> : <UnknownPage />
        }
      </Show>
    </>
  );
}

function Flow({ team, choices }: { team: Team; choices: KeyChoices }) {
  const [made, setMade] = useState<Credential>();
  if (made) {
    return (
      <Page title="Connected" lead={`The team ${team.name} has a credential that holds a working key.`}>
        <ConnectDone credential={made} />
      </Page>
    );
  }
  return (
    <Page
      title="Connect Tines"
      lead={team.connect_refusal ?? `A credential of ${team.name} for the API of this tenant.`}
    >
      {team.connect_refusal === null && <ConnectSteps team={team} choices={choices} onMade={setMade} />}
    </Page>
  );
}
