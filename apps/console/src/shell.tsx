import type { ComponentChildren } from 'preact';
import { api, outcomeOf, type Person } from './api/client.ts';
import { connection } from './api/connection.ts';
import { useStore } from './api/store.ts';
import icon from './icon.svg';
import { nameOf } from './parts/text.ts';
import { navigate, route } from './router.ts';

const sections = [
  ['keys', 'API keys'],
  ['teams', 'Credentials'],
  ['people', 'People'],
  ['activity', 'Activity'],
] as const;

interface ShellProps {
  /** Who is signed in. Without anybody there is no navigation. */
  person?: Person | undefined;
  onSignedOut?: () => Promise<void>;
  children: ComponentChildren;
}

/** What stands around every page. */
export function Shell({ person, onSignedOut, children }: ShellProps) {
  const signOut = async () => {
    await outcomeOf(api.DELETE('/_mock/session'));
    navigate('');
    await onSignedOut?.();
  };
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        Skip to content
      </button>
      <aside class="mock-note" aria-label="What this is">
        <strong>A mock on your machine.</strong> There are no passwords, and everything in it is made up.
      </aside>
      <header class="top">
        <span class="brand">
          <img src={icon} alt="" width="28" height="28" />
          <span>
            Mock tenant <span class="brand-host">{location.host}</span>
          </span>
        </span>
        {person && <Navigation />}
        {person && (
          <div class="who">
            <span class="who-name">{nameOf(person)}</span>
            <button type="button" class="button button-small" onClick={() => void signOut()}>
              <span>
                Switch<span class="wide-word"> person</span>
              </span>
            </button>
          </div>
        )}
      </header>
      <ConnectionNote />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function Navigation() {
  const path = useStore(route);
  const current = path.split('/')[0] || 'keys';
  return (
    <nav aria-label="Tenant">
      <ul>
        {sections.map(([name, label]) => (
          <li key={name}>
            <a class="tab" href={`#/${name}`} aria-current={current === name ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ConnectionNote() {
  const isLost = useStore(connection) === 'lost';
  return (
    <div role="status" class="connection">
      {isLost && <p>The tenant does not answer. The page comes back by itself as soon as it does.</p>}
    </div>
  );
}
