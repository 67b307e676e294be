import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint?: ComponentChildren;
  /** Makes the control; it must take the id, and the id of the hint as its description. */
  children: (id: string, hintId: string) => ComponentChildren;
}

/** A control with its label above and a hint below. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(id, hintId)}
      <p class="hint" id={hintId}>
        {hint}
      </p>
    </div>
  );
}
