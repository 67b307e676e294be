import { useEffect, useState } from 'preact/hooks';

const shownMilliseconds = 2000;

/** A text to take along, such as a key or a command, and a button that copies it. */
export function CopyBlock({ label, text }: { label: string; text: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <div class="copy">
      <p class="copy-label">{label}</p>
      <div class="copy-line">
        <pre>{text}</pre>
        <button type="button" class="button" aria-label={`Copy ${label}`} onClick={copy}>
          {state === 'copied' ? 'Copied' : state === 'refused' ? 'Copy by hand' : 'Copy'}
        </button>
      </div>
      <span class="visually-hidden" role="status">
        {state === 'copied' ? `${label} copied` : ''}
      </span>
    </div>
  );
}
