import { useId } from 'preact/hooks';
import type { KeyKind, KeyType } from '../api/client.ts';
import { isOffered } from './draft.ts';

interface KindFieldProps {
  kinds: readonly KeyKind[];
  chosen: KeyType;
  onChoose: (type: KeyType) => void;
}

/** The four types of key in words. Those that the person may not make say why. */
export function KindField({ kinds, chosen, onChoose }: KindFieldProps) {
  return (
    <fieldset class="kinds">
      <legend>Type</legend>
      {kinds.map((kind) => (
        <Kind key={kind.type} kind={kind} isChosen={kind.type === chosen} onChoose={() => onChoose(kind.type)} />
      ))}
    </fieldset>
  );
}

/** The title alone is the name of the choice; the rest describes it. */
function Kind({ kind, isChosen, onChoose }: { kind: KeyKind; isChosen: boolean; onChoose: () => void }) {
  const id = useId();
  return (
    <label class="kind">
      <input
        type="radio"
        name="type"
        value={kind.type}
        checked={isChosen && isOffered(kind)}
        disabled={!isOffered(kind)}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        onChange={onChoose}
      />
      <span class="kind-text">
        <span class="kind-title" id={`${id}-title`}>
          {kind.title}
        </span>
        <span class="kind-lines" id={`${id}-text`}>
          {kind.refusal !== null && <span class="kind-refusal">Not offered to you. {kind.refusal}</span>}
          <span class="kind-line">
            <b>Acts as</b> {kind.acts_as}
          </span>
          <span class="kind-line">
            <b>Reach</b> {kind.reach}
          </span>
          <span class="kind-line">
            <b>Lifetime</b> {kind.lifetime}
          </span>
        </span>
      </span>
    </label>
  );
}
