import type { MadeKey } from '../api/client.ts';
import { TypeBadge } from '../parts/badge.tsx';
import { CopyBlock } from '../parts/copy.tsx';

/** A key that was just made, with its secret and a call in both schemes. Nothing of it outlives the page. */
export function MadeKeyPanel({ made: { name, type, reach, secret } }: { made: MadeKey }) {
  const address = `${location.origin}/api/v1/info`;
  return (
    <div class="panel">
      <div class="card-head">
        <h2>{name}</h2>
        <TypeBadge type={type} />
      </div>
      <p class="hint">It reaches {reach}.</p>
      <CopyBlock label="API key" text={secret} />
      <CopyBlock label="curl with Authorization" text={`curl ${address} -H 'Authorization: Bearer ${secret}'`} />
      <CopyBlock label="curl with X-User-Token" text={`curl ${address} -H 'X-User-Token: ${secret}'`} />
      <p class="notice">Whoever has this key can do what it can do. Keep it in a vault, never in a repository.</p>
      <div class="actions">
        <a class="button button-main" href="#/keys">
          Done
        </a>
      </div>
    </div>
  );
}
