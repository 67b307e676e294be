import { useEffect, useState } from 'preact/hooks';

const shownMilliseconds = 2000;
const words = { idle: 'Copy', copied: 'Copied', refused: 'Not copied' } as const;

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
        <button type="button" class="button" aria-label={`${words[state]} ${label}`} onClick={copy}>
          {words[state]}
        </button>
      </div>
      <span class="visually-hidden" role="status">
        {state === 'copied' && `${label} copied`}
        {state === 'refused' && `The browser does not let the page copy. Select ${label} and copy it by hand.`}
      </span>
    </div>
  );
}
