import { useState } from 'preact/hooks';
import { api, type CredentialCallAnswer, outcomeOf } from '../api/client.ts';
import { StatusBadge } from './badge.tsx';
import { Json } from './json.tsx';
import { Refusal } from './notice.tsx';

const path = '/api/v1/info';

/** Calls the API with the key that a credential holds, as a story would, and shows what it answered. */
export function CallWithCredential({ credentialId, name }: { credentialId: number; name: string }) {
  const [answer, setAnswer] = useState<CredentialCallAnswer>();
  const [message, setMessage] = useState<string>();
  const call = async () => {
    setMessage(undefined);
    const params = { path: { credential_id: credentialId } };
    const outcome = await outcomeOf(api.POST('/_mock/credentials/{credential_id}/calls', { params, body: { path } }));
    if (outcome.kind === 'done') setAnswer(outcome.value);
    if (outcome.kind === 'refused') setMessage(outcome.message);
  };
  return (
    <div class="try">
      <button
        type="button"
        class="button button-small"
        aria-label={`Call the API with ${name}`}
        onClick={() => void call()}
      >
        Call the API
      </button>
      <Refusal message={message} />
      <div role="status">
        {answer && (
          <>
            <p class="try-line">
              <code>
                {answer.method} {answer.path}
              </code>{' '}
              <StatusBadge status={answer.status} />
            </p>
            <Json label="Answer" value={answer.body} />
          </>
        )}
      </div>
    </div>
  );
}
