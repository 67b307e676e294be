import { api, type Key, outcomeOf } from '../api/client.ts';
import { Confirm } from '../parts/confirm.tsx';

interface DeleteKeyProps {
  keyToDelete: Key;
  onDone: () => void;
  onClose: () => void;
}

/** Asks before a key is deleted, and names what stops working. */
export function DeleteKey({ keyToDelete: { id, name, acts_as, reach, held_by }, onDone, onClose }: DeleteKeyProps) {
  const run = () => outcomeOf(api.DELETE('/_mock/keys/{key_id}', { params: { path: { key_id: id } } }));
  return (
    <Confirm title={<>Delete the key “{name}”?</>} action="Delete key" run={run} onDone={onDone} onClose={onClose}>
      <p>This stops working at once, and cannot be taken back:</p>
      <ul>
        <li>
          every call with this key, which acts as <strong>{acts_as.name}</strong> and reaches {reach}; it answers 401
        </li>
        {acts_as.service_account && (
          <li>
            the service account <strong>{acts_as.name}</strong>, which goes with its key
          </li>
        )}
        {held_by.map((credential) => (
          <li key={credential.id}>
            the credential <strong>{credential.name}</strong>, which holds this key
          </li>
        ))}
      </ul>
    </Confirm>
  );
}
