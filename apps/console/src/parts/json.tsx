import { Scroller } from './scroller.tsx';

/** A body as it was sent or answered. Always text, never markup. */
export function Json({ label, value }: { label: string; value: unknown }) {
  return (
    <figure class="json">
      <figcaption>{label}</figcaption>
      <Scroller label={label} kind="json-text">
        <pre>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>
      </Scroller>
    </figure>
  );
}
