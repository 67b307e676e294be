import type { ComponentChildren } from 'preact';

/** Says what was refused, in the words of the tenant. Read out at once. */
export function Refusal({ message }: { message: string | undefined }) {
  return (
    <div role="alert" class="alert-place">
      {message !== undefined && <p class="notice notice-bad">{message}</p>}
    </div>
  );
}

/** What a list says when nothing is in it. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}
