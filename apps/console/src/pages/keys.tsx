import { useState } from 'preact/hooks';
import { api, type Key, outcomeOf } from '../api/client.ts';
import { useResource } from '../api/resource.ts';
import { DeleteKey } from '../keys/delete-key.tsx';
import { KeyCard } from '../keys/key-card.tsx';
import { Empty } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Show } from '../parts/show.tsx';

/** The keys that the person has access to. */
export function KeysPage() {
  const [keys, reload] = useResource(() => outcomeOf(api.GET('/_mock/keys')));
  const [doomed, setDoomed] = useState<Key>();
  const [said, setSaid] = useState('');
  const deleted = async () => {
    setSaid(`The key ${doomed?.name} is deleted.`);
    setDoomed(undefined);
    await reload();
  };
  return (
    <Page
      title="API keys"
      lead="Every call of the API needs a key. These are the keys that you have access to."
      actions={
        <a class="button button-main" href="#/keys/new">
          New API key
        </a>
      }
    >
      <p class="visually-hidden" role="status">
        {said}
      </p>
      <Show resource={keys}>{(value) => <KeyList keys={value.keys} onDelete={setDoomed} />}</Show>
      {doomed && <DeleteKey keyToDelete={doomed} onDone={() => void deleted()} onClose={() => setDoomed(undefined)} />}
    </Page>
  );
}

function KeyList({ keys, onDelete }: { keys: readonly Key[]; onDelete: (key: Key) => void }) {
  if (keys.length === 0) {
    return (
      <Empty title="No key yet">
        <p>
          Make one here, or take the recommended way: <a href="#/teams">a credential that holds a key</a>, so that
          nobody carries the secret around.
        </p>
      </Empty>
    );
  }
  return (
    <ul class="cards">
      {keys.toReversed().map((key) => (
        <li key={key.id} class="card">
          <KeyCard shown={key} onDelete={() => onDelete(key)} />
        </li>
      ))}
    </ul>
  );
}
