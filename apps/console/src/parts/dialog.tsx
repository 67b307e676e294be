import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  title: ComponentChildren;
  onClose: () => void;
  /** At the side for something to read, in the middle for a question. */
  place?: 'middle' | 'side';
  children: ComponentChildren;
}

/** A dialog of the browser's own: it keeps the focus inside, goes with Escape, and gives the focus back. */
export function Dialog({ title, onClose, place = 'middle', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isGone = useRef(false);
  const id = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    const { current } = dialog;
    current?.showModal();
    return () => {
      isGone.current = true;
      current?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  // It goes by leaving the page, not by closing itself: the event of that comes late, when another one may be open.
  const cancel = (event: Event) => {
    event.preventDefault();
    onClose();
  };
  const closed = () => {
    if (!isGone.current) onClose();
  };
  return (
    <dialog ref={dialog} class={`dialog dialog-${place}`} aria-labelledby={id} onCancel={cancel} onClose={closed}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="button-plain" aria-label="Close" onClick={onClose}>
          ✕
        </button>
      </div>
      {children}
    </dialog>
  );
}
