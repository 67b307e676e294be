import { Field } from '../parts/field.tsx';

interface NameFieldProps {
  /** What the name is for. */
  hint: string;
  name: string;
  onName: (name: string) => void;
}

/** The name of a key, or of what holds it. */
export function NameField({ hint, name, onName }: NameFieldProps) {
  return (
    <Field label="Name" hint={hint}>
      {(id, hintId) => (
        <input
          id={id}
          aria-describedby={hintId}
          required
          maxLength={200}
          autocomplete="off"
          value={name}
          onInput={(event) => onName(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
