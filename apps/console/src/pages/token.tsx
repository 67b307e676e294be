import { useState } from 'preact/hooks';
import { setToken } from '../api/client.ts';
import { Field } from '../parts/field.tsx';
import { Refusal } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';

/** Asks for the token of a tenant that can be reached from outside. */
export function TokenPage({ message, onToken }: { message: string; onToken: () => Promise<void> }) {
  const [value, setValue] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    setToken(value.trim());
    void onToken();
  };
  return (
    <Page
      title="Token of the tenant"
      lead="It was printed when the tenant started. The page keeps it until it is reloaded."
    >
      <form class="panel narrow" onSubmit={submit}>
        <Refusal message={message} />
        <Field label="Token">
          {(id) => (
            <input
              id={id}
              type="password"
              autocomplete="off"
              required
              value={value}
              onInput={(event) => setValue(event.currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="button button-main">
          Go on
        </button>
      </form>
    </Page>
  );
}
