import type { Credential } from '../api/client.ts';
import { TypeBadge } from '../parts/badge.tsx';
import { CallWithCredential } from '../parts/call-with-credential.tsx';
import { CopyBlock } from '../parts/copy.tsx';
import { Facts } from '../parts/facts.tsx';

/** The end of the flow: the credential, and a call with the key that it holds. */
export function ConnectDone({ credential: { id, name, slug, team_id, key } }: { credential: Credential }) {
  return (
    <div class="panel">
      <div class="card-head">
        <h2>{name}</h2>
        {key && <TypeBadge type={key.type} />}
      </div>
      <Facts
        of={[
          ['Acts as', key?.acts_as.name],
          ['Reach', key?.reach],
        ]}
      />
      <CopyBlock label="In a story" text={`<<CREDENTIAL.${slug}>>`} />
      <CallWithCredential credentialId={id} name={name} />
      <div class="actions">
        <a class="button button-main" href={`#/teams/${team_id}`}>
          Done
        </a>
      </div>
    </div>
  );
}
