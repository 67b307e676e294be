import { api, type Credential, outcomeOf } from '../api/client.ts';
import { useResource } from '../api/resource.ts';
import { Badge, TypeBadge } from '../parts/badge.tsx';
import { CallWithCredential } from '../parts/call-with-credential.tsx';
import { Crumbs } from '../parts/crumbs.tsx';
import { Facts } from '../parts/facts.tsx';
import { Empty } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Show } from '../parts/show.tsx';
import { dateText } from '../parts/text.ts';
import { useTeam } from './team.ts';

/** The credentials of a team, and those among them that hold a key of this tenant. */
export function CredentialsPage({ teamId }: { teamId: number }) {
  const team = useTeam(teamId);
  const [credentials] = useResource(() =>
    outcomeOf(api.GET('/_mock/teams/{team_id}/credentials', { params: { path: { team_id: teamId } } })),
  );
  const found = team.state === 'ready' ? team.value : undefined;
  const refusal = found?.connect_refusal ?? null;
  return (
    <>
      <Crumbs of={[['Credentials', '#/teams']]} />
      <Page
        title={found ? `Credentials of ${found.name}` : 'Credentials'}
        lead={refusal ?? undefined}
        actions={
          found && refusal === null ? (
            <a class="button button-main" href={`#/teams/${teamId}/new`}>
              New credential
            </a>
          ) : undefined
        }
      >
        <Show resource={credentials}>{(value) => <CredentialList credentials={value.credentials} />}</Show>
      </Page>
    </>
  );
}

function CredentialList({ credentials }: { credentials: readonly Credential[] }) {
  if (credentials.length === 0) return <Empty title="This team has no credential yet" />;
  return (
    <ul class="cards">
      {credentials.toReversed().map((credential) => (
        <li key={credential.id} class="card">
          <CredentialCard credential={credential} />
        </li>
      ))}
    </ul>
  );
}

function CredentialCard({ credential }: { credential: Credential }) {
  const { id, name, mode, slug, description, created_at, key } = credential;
  return (
    <>
      <div class="card-head">
        <h2>{name}</h2>
        <span class="badges">
          <Badge>{mode}</Badge>
          {key && <TypeBadge type={key.type} />}
        </span>
      </div>
      <Facts
        of={[
          ['In formulas', <code key="slug">CREDENTIAL.{slug}</code>],
          ['Made', dateText(created_at)],
          ...(key ? [['Holds the key', `${key.name}, which reaches ${key.reach}`] as const] : []),
        ]}
      />
      {description !== '' && <p class="hint">{description}</p>}
      {key && <CallWithCredential credentialId={id} name={name} />}
    </>
  );
}
