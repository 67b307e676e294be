import type { ComponentChildren } from 'preact';

/** A part that scrolls on its own, by keyboard too: the browser does that only for what can have the focus. */
export function Scroller({ label, kind, children }: { label: string; kind: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus it could not be scrolled by keyboard
    <section class={kind} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
