import { useEffect, useRef, useState } from 'preact/hooks';
import { api, type Credential, type KeyChoices, outcomeOf, type Team } from '../api/client.ts';
import { beginDraft, isOffered, type KeyDraft, newKeyOf } from '../keys/draft.ts';
import { KindField } from '../keys/kind-field.tsx';
import { NameField } from '../keys/name-field.tsx';
import { ScopeFields } from '../keys/scope-fields.tsx';
import { Refusal } from '../parts/notice.tsx';
import { Consent } from './consent.tsx';

const steps = ['Type', 'Reach', 'Consent'] as const;

interface ConnectStepsProps {
  team: Team;
  choices: KeyChoices;
  onMade: (credential: Credential) => void;
}

/** Three steps: as whom the key acts, how far it reaches, and a look at both before it is made. */
export function ConnectSteps({ team, choices, onMade }: ConnectStepsProps) {
  const [draft, setDraft] = useState(() => ({ ...beginDraft(choices, team.id), name: 'Tines API' }));
  const [at, setAt] = useState(0);
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const isLast = at === steps.length - 1;
  const next = async (event: Event) => {
    event.preventDefault();
    if (!isLast) return setAt(at + 1);
    setBusy(true);
    setMessage(undefined);
    const outcome = await connect(team, draft);
    setBusy(false);
    if (outcome.kind === 'done') onMade(outcome.value);
    if (outcome.kind === 'refused') setMessage(outcome.message);
  };
  const change = (changes: Partial<KeyDraft>) => setDraft({ ...draft, ...changes });
  if (!choices.kinds.some(isOffered)) return <p class="notice notice-bad">{choices.kinds[0]?.refusal}</p>;
  return (
    <form class="panel" onSubmit={(event) => void next(event)}>
      <StepList at={at} />
      {at === 0 && <KindField kinds={choices.kinds} chosen={draft.type} onChoose={(type) => change({ type })} />}
      {at === 1 && (
        <>
          <NameField
            hint="Of the credential, and of the key that it holds."
            name={draft.name}
            onName={(name) => change({ name })}
          />
          <ScopeFields choices={choices} draft={draft} onChange={change} />
          {draft.type === 'personal' && (
            <p class="hint">A personal key reaches whatever you may do. There is nothing to choose.</p>
          )}
          {draft.type === 'tenant_owner' && (
            <p class="hint">A tenant owner key reaches the whole tenant. There is nothing to choose.</p>
          )}
        </>
      )}
      {isLast && <Consent team={team} choices={choices} draft={draft} />}
      <Refusal message={message} />
      <div class="actions">
        <button type="submit" class="button button-main" disabled={isBusy}>
          {isLast ? 'Connect' : 'Continue'}
        </button>
        {at > 0 && (
          <button type="button" class="button" onClick={() => setAt(at - 1)}>
            Back
          </button>
        )}
        <a class="button" href={`#/teams/${team.id}`}>
          Cancel
        </a>
      </div>
    </form>
  );
}

function connect(team: Team, draft: KeyDraft) {
  const body = { name: draft.name.trim(), key: newKeyOf(draft) };
  return outcomeOf(api.POST('/_mock/teams/{team_id}/connections', { params: { path: { team_id: team.id } }, body }));
}

/** Where one is. The current step takes the focus when it changes, so that a screen reader says so. */
function StepList({ at }: { at: number }) {
  const current = useRef<HTMLLIElement>(null);
  const shown = useRef(at);
  useEffect(() => {
    if (shown.current !== at) current.current?.focus();
    shown.current = at;
  }, [at]);
  return (
    <ol class="steps">
      {steps.map((label, index) => (
        <li
          key={label}
          ref={index === at ? current : null}
          tabIndex={-1}
          aria-current={index === at ? 'step' : undefined}
          class={index < at ? 'step-done' : ''}
        >
          {label}
        </li>
      ))}
    </ol>
  );
}
