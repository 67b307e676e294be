import type { KeyChoices } from '../api/client.ts';
import { Field } from '../parts/field.tsx';
import { roleText } from '../parts/text.ts';
import type { KeyDraft } from './draft.ts';

interface ScopeFieldsProps {
  choices: KeyChoices;
  draft: KeyDraft;
  onChange: (changes: Partial<KeyDraft>) => void;
}

/** How far the key is to reach, for the types where somebody chooses that. */
export function ScopeFields({ choices, draft, onChange }: ScopeFieldsProps) {
  if (draft.type === 'team') return <TeamFields choices={choices} draft={draft} onChange={onChange} />;
  if (draft.type === 'service') return <PermissionField choices={choices} draft={draft} onChange={onChange} />;
  return null;
}

function TeamFields({ choices: { teams, roles, role_descriptions }, draft, onChange }: ScopeFieldsProps) {
  return (
    <div class="field-pair">
      <Field label="Team" hint="The only team that the key reaches.">
        {(id, hintId) => (
          <select
            id={id}
            aria-describedby={hintId}
            value={draft.teamId}
            onChange={(event) => onChange({ teamId: Number(event.currentTarget.value) })}
          >
            {teams.map((team) => (
              <option key={team.id} value={team.id}>
                {team.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Role" hint={role_descriptions[draft.role]}>
        {(id, hintId) => (
          <select
            id={id}
            aria-describedby={hintId}
            value={draft.role}
            onChange={(event) => onChange({ role: event.currentTarget.value })}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleText(role)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

function PermissionField({ choices, draft, onChange }: ScopeFieldsProps) {
  const turn = (permission: string, isOn: boolean) => {
    const others = draft.permissions.filter((other) => other !== permission);
    onChange({ permissions: isOn ? [...others, permission] : others });
  };
  return (
    <fieldset class="checks">
      <legend>Tenant permissions</legend>
      {choices.tenant_permissions.map((permission) => (
        <label key={permission} class="check">
          <input
            type="checkbox"
            checked={draft.permissions.includes(permission)}
            onChange={(event) => turn(permission, event.currentTarget.checked)}
          />
          <span>
            <code>{permission}</code>
            <span class="hint">{choices.permission_descriptions[permission]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
