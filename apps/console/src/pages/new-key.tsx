import { useState } from 'preact/hooks';
import { api, type KeyChoices, type MadeKey, outcomeOf } from '../api/client.ts';
import { useResource } from '../api/resource.ts';
import { beginDraft, isOffered, newKeyOf } from '../keys/draft.ts';
import { KindField } from '../keys/kind-field.tsx';
import { MadeKeyPanel } from '../keys/made-key.tsx';
import { NameField } from '../keys/name-field.tsx';
import { ScopeFields } from '../keys/scope-fields.tsx';
import { Refusal } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Show } from '../parts/show.tsx';

/** Makes a key by hand, and shows its secret once. */
export function NewKeyPage() {
  const [choices] = useResource(() => outcomeOf(api.GET('/_mock/key_choices')));
  const [made, setMade] = useState<MadeKey>();
  if (made) {
    return (
      <Page title="Your new API key" lead="Copy it now. It is shown this once and kept nowhere.">
        <MadeKeyPanel made={made} />
      </Page>
    );
  }
  return (
    <Page title="New API key" lead="Which types you may make follows from your rights in the tenant and its teams.">
      <Show resource={choices}>{(value) => <KeyForm choices={value} onMade={setMade} />}</Show>
    </Page>
  );
}

function KeyForm({ choices, onMade }: { choices: KeyChoices; onMade: (key: MadeKey) => void }) {
  const [draft, setDraft] = useState(() => beginDraft(choices));
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const canMake = choices.kinds.some(isOffered);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setMessage(undefined);
    const outcome = await outcomeOf(api.POST('/_mock/keys', { body: newKeyOf(draft) }));
    setBusy(false);
    if (outcome.kind === 'done') onMade(outcome.value);
    if (outcome.kind === 'refused') setMessage(outcome.message);
  };
  return (
    <form class="panel" onSubmit={(event) => void submit(event)}>
      <KindField kinds={choices.kinds} chosen={draft.type} onChoose={(type) => setDraft({ ...draft, type })} />
      {canMake && (
        <>
          <ScopeFields choices={choices} draft={draft} onChange={(changes) => setDraft({ ...draft, ...changes })} />
          <NameField
            hint="By which people know it, such as the program that uses it."
            name={draft.name}
            onName={(name) => setDraft({ ...draft, name })}
          />
        </>
      )}
      <Refusal message={message} />
      <div class="actions">
        {canMake && (
          <button type="submit" class="button button-main" disabled={isBusy}>
            Create key
          </button>
        )}
        <a class="button" href="#/keys">
          {canMake ? 'Cancel' : 'Back'}
        </a>
      </div>
    </form>
  );
}
