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
        <label key={kind.type} class="kind">
          <input
            type="radio"
            name="type"
            value={kind.type}
            checked={kind.type === chosen && isOffered(kind)}
            disabled={!isOffered(kind)}
            onChange={() => onChoose(kind.type)}
          />
          <span class="kind-text">
            <span class="kind-title">{kind.title}</span>
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
        </label>
      ))}
    </fieldset>
  );
}
