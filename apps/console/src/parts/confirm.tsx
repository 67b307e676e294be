import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Outcome } from '../api/client.ts';
import { Dialog } from './dialog.tsx';
import { Refusal } from './notice.tsx';

interface ConfirmProps {
  title: ComponentChildren;
  /** The word on the button that does it. */
  action: string;
  /** What it does. */
  run: () => Promise<Outcome<unknown>>;
  onDone: () => void;
  onClose: () => void;
  children: ComponentChildren;
}

/** Asks before something is done that cannot be taken back. */
export function Confirm({ title, action, run, onDone, onClose, children }: ConfirmProps) {
  const [isBusy, setBusy] = useState(false);
  const [message, setMessage] = useState<string>();
  const confirm = async () => {
    setBusy(true);
    setMessage(undefined);
    const outcome = await run();
    setBusy(false);
    if (outcome.kind === 'done') onDone();
    if (outcome.kind === 'refused') setMessage(outcome.message);
    if (outcome.kind === 'lost') setMessage('The tenant does not answer. Nothing was done that the page knows of.');
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <Refusal message={message} />
      <div class="actions actions-end">
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
        <button type="button" class="button button-danger" disabled={isBusy} onClick={() => void confirm()}>
          {action}
        </button>
      </div>
    </Dialog>
  );
}
