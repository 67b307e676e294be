import type { Key } from '../api/client.ts';
import { Badge, TypeBadge } from '../parts/badge.tsx';
import { Facts } from '../parts/facts.tsx';
import { dateText } from '../parts/text.ts';

/** A key with everything that is known of it, and a button to delete it or why there is none. */
export function KeyCard({ shown, onDelete }: { shown: Key; onDelete: () => void }) {
  const { name, type, works, acts_as, reach, made_by, created_at, last_used_at, held_by, delete_refusal } = shown;
  return (
    <>
      <div class="card-head">
        <h2>{name}</h2>
        <span class="badges">
          <TypeBadge type={type} />
          {!works && <Badge tone="bad">Answers 401</Badge>}
        </span>
        {delete_refusal === null && (
          <button
            type="button"
            class="button button-small button-quiet-danger"
            aria-label={`Delete ${name}`}
            onClick={onDelete}
          >
            Delete
          </button>
        )}
      </div>
      <Facts
        of={[
          ['Acts as', acts_as.service_account ? `${acts_as.name}, a service account` : acts_as.name],
          ['Reach', reach],
          ['Made by', `${made_by.name ?? 'somebody who was deleted'}, ${dateText(created_at)}`],
          ['Last used', last_used_at === null ? 'Never' : dateText(last_used_at)],
        ]}
      />
      {held_by.length > 0 && <p class="hint">Held by the credential {held_by.map((held) => held.name).join(', ')}.</p>}
      {delete_refusal !== null && <p class="hint">{delete_refusal}</p>}
    </>
  );
}
