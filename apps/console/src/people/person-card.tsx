import type { Key, Person } from '../api/client.ts';
import { Badge, TypeBadge } from '../parts/badge.tsx';
import { Facts } from '../parts/facts.tsx';
import { dateText, nameOf, roleText } from '../parts/text.ts';

interface PersonCardProps {
  person: Person;
  /** Keys that the person who looks has access to. */
  keys: readonly Key[];
  /** Deactivates or activates. Missing where the person who looks may not. */
  onTurn?: () => void;
  onDelete?: () => void;
}

export function PersonCard({ person, keys, onTurn, onDelete }: PersonCardProps) {
  const name = nameOf(person);
  const own = keys.filter(({ acts_as, made_by }) => acts_as.id === person.id || made_by.id === person.id);
  return (
    <>
      <div class="card-head">
        <div class="card-title">
          <h2>{name}</h2>
          <span class="badges">
            {person.tenant_owner && <Badge tone="tenant_owner">Tenant owner</Badge>}
            {!person.is_active && <Badge tone="bad">Deactivated</Badge>}
          </span>
          <span class="hint">{person.email}</span>
        </div>
        <span class="card-buttons">
          {onTurn && (
            <button
              type="button"
              class="button button-small"
              aria-label={`${turnWord(person)} ${name}`}
              onClick={onTurn}
            >
              {turnWord(person)}
            </button>
          )}
          {onDelete && (
            <button
              type="button"
              class="button button-small button-quiet-danger"
              aria-label={`Delete ${name}`}
              onClick={onDelete}
            >
              Delete
            </button>
          )}
        </span>
      </div>
      <Facts
        of={[
          [
            'Teams',
            person.memberships.map(({ team_name, role }) => `${team_name}: ${roleText(role)}`).join(', ') || 'None',
          ],
          ['Tenant permissions', person.tenant_permissions.join(', ') || 'None'],
          ['Last seen', person.last_seen === null ? 'Never' : dateText(person.last_seen)],
        ]}
      />
      {own.length > 0 && (
        <ul class="own-keys" aria-label={`Keys of ${name}`}>
          {own.map((key) => (
            <li key={key.id}>
              <TypeBadge type={key.type} /> <span class="own-key-name">{key.name}</span>{' '}
              {key.works ? <Badge tone="good">Works</Badge> : <Badge tone="bad">Answers 401</Badge>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function turnWord({ is_active }: Person): string {
  return is_active ? 'Deactivate' : 'Activate';
}
