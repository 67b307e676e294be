import { useEffect } from 'preact/hooks';
import { api, outcomeOf } from './api/client.ts';
import { followEvents } from './api/events.ts';
import { useResource } from './api/resource.ts';
import { useStore } from './api/store.ts';
import { ActivityPage } from './pages/activity.tsx';
import { AuditPage } from './pages/audit.tsx';
import { ConnectPage } from './pages/connect.tsx';
import { CredentialsPage } from './pages/credentials.tsx';
import { KeysPage } from './pages/keys.tsx';
import { NewCredentialPage } from './pages/new-credential.tsx';
import { NewKeyPage } from './pages/new-key.tsx';
import { PeoplePage } from './pages/people.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import { TeamsPage } from './pages/teams.tsx';
import { TokenPage } from './pages/token.tsx';
import { UnknownPage } from './pages/unknown.tsx';
import { Show } from './parts/show.tsx';
import { route } from './router.ts';
import { SessionContext } from './session.ts';
import { Shell } from './shell.tsx';

/** The whole page: who is signed in, and where they are. */
export function App() {
  const [session, reload] = useResource(() => outcomeOf(api.GET('/_mock/session')));
  const person = session.state === 'ready' ? session.value.person : null;
  const isLetIn = session.state === 'ready';
  useEffect(() => (isLetIn ? followEvents() : undefined), [isLetIn]);

  if (session.state === 'refused' && session.status === 401) {
    return (
      <Shell>
        <TokenPage message={session.message} onToken={reload} />
      </Shell>
    );
  }
  return (
    <Shell person={person ?? undefined} onSignedOut={reload}>
      <Show resource={session}>
        {(value) =>
          value.person ? (
            <SessionContext.Provider value={{ person: value.person, refusals: value.refusals }}>
              <Routed key={value.person.id} />
            </SessionContext.Provider>
          ) : (
            <SignInPage onSignedIn={reload} />
          )
        }
      </Show>
    </Shell>
  );
}

function Routed() {
  const path = useStore(route);
  const [section = '', ...rest] = path.split('/');
  if (section === '' || section === 'keys') return rest[0] === 'new' ? <NewKeyPage /> : <KeysPage />;
  if (section === 'people') return <PeoplePage />;
  if (section === 'activity') return rest[0] === 'audit-log' ? <AuditPage /> : <ActivityPage />;
  if (section === 'teams') return <TeamRoutes rest={rest} />;
  return <UnknownPage />;
}

/** `teams`, `teams/<id>`, `teams/<id>/new` and `teams/<id>/new/tines`: the way to a credential as the product has it. */
function TeamRoutes({ rest: [id, step, kind] }: { rest: string[] }) {
  if (id === undefined || id === '') return <TeamsPage />;
  const teamId = Number(id);
  if (!Number.isInteger(teamId) || (step !== undefined && step !== 'new')) return <UnknownPage />;
  if (step === undefined) return <CredentialsPage key={teamId} teamId={teamId} />;
  return kind === 'tines' ? (
    <ConnectPage key={teamId} teamId={teamId} />
  ) : (
    <NewCredentialPage key={teamId} teamId={teamId} />
  );
}
