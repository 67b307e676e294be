import { api, type Key, outcomeOf, type Person } from '../api/client.ts';
import { Confirm } from '../parts/confirm.tsx';
import { nameOf } from '../parts/text.ts';

interface DeletePersonProps {
  person: Person;
  keys: readonly Key[];
  onDone: () => void;
  onClose: () => void;
}

/** Asks before a person is deleted, and names which keys end and which live on. */
export function DeletePerson({ person, keys, onDone, onClose }: DeletePersonProps) {
  const run = () => outcomeOf(api.DELETE('/_mock/people/{person_id}', { params: { path: { person_id: person.id } } }));
  const ending = keys.filter(({ acts_as }) => acts_as.id === person.id);
  const living = keys.filter(({ acts_as, made_by }) => made_by.id === person.id && acts_as.id !== person.id);
  return (
    <Confirm title={<>Delete {nameOf(person)}?</>} action="Delete person" run={run} onDone={onDone} onClose={onClose}>
      <p>This cannot be taken back. Memberships end, and stories pass to you.</p>
      <ul>
        {ending.map(({ id, name }) => (
          <li key={id}>
            <strong>{name}</strong> answers 401 for good
          </li>
        ))}
        {living.map(({ id, name }) => (
          <li key={id}>
            <strong>{name}</strong> keeps working, since it acts as an account of its own
          </li>
        ))}
      </ul>
    </Confirm>
  );
}
