import { useState } from 'preact/hooks';
import { api, outcomeOf } from '../api/client.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Refusal } from '../parts/notice.tsx';

/** Puts the tenant back to its start, and saves what it holds as a file. */
export function TenantActions() {
  const [isAsking, setAsking] = useState(false);
  const [message, setMessage] = useState<string>();
  const download = async () => {
    const outcome = await outcomeOf(api.GET('/_mock/snapshot'));
    if (outcome.kind === 'refused') setMessage(outcome.message);
    if (outcome.kind === 'done') saveFile('tenant.seed.json', JSON.stringify(outcome.value, null, 2));
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void download()}>
        Download as seed
      </button>
      <button type="button" class="button" onClick={() => setAsking(true)}>
        Reset tenant
      </button>
      <Refusal message={message} />
      {isAsking && (
        <Confirm
          title="Reset the tenant?"
          action="Reset"
          run={() => outcomeOf(api.POST('/_mock/reset'))}
          onDone={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          <p>
            Everything that was made or changed since the start is lost, the keys included, and the activity is emptied.
          </p>
        </Confirm>
      )}
    </>
  );
}

function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
