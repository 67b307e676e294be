import { useState } from 'preact/hooks';
import { api, outcomeOf, type Person } from '../api/client.ts';
import { useResource } from '../api/resource.ts';
import { Refusal } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Show } from '../parts/show.tsx';
import { nameOf } from '../parts/text.ts';
import { DeletePerson } from '../people/delete-person.tsx';
import { PersonCard } from '../people/person-card.tsx';
import { useSession } from '../session.ts';

/** The people of the tenant, what they may do, and what becomes of their keys. */
export function PeoplePage() {
  const { refusals } = useSession();
  const [people, reload] = useResource(() => outcomeOf(api.GET('/_mock/people')));
  const [keys, reloadKeys] = useResource(() => outcomeOf(api.GET('/_mock/keys')));
  const [doomed, setDoomed] = useState<Person>();
  const [said, setSaid] = useState('');
  const [message, setMessage] = useState<string>();
  const shownKeys = keys.state === 'ready' ? keys.value.keys : [];

  const changed = async (text: string) => {
    setSaid(text);
    setMessage(undefined);
    await Promise.all([reload(), reloadKeys()]);
  };
  const turn = async (person: Person) => {
    const params = { path: { person_id: person.id } };
    const body = { is_active: !person.is_active };
    const outcome = await outcomeOf(api.PATCH('/_mock/people/{person_id}', { params, body }));
    if (outcome.kind === 'refused') setMessage(outcome.message);
    if (outcome.kind === 'done')
      await changed(`${nameOf(person)} is ${person.is_active ? 'deactivated' : 'active again'}.`);
  };
  const deleted = (person: Person) => {
    setDoomed(undefined);
    void changed(`${nameOf(person)} is deleted.`);
  };

  return (
    <Page
      title="People"
      lead={
        refusals.people === null
          ? 'Deactivate somebody and see what becomes of their keys.'
          : `You may look and not change. ${refusals.people}`
      }
    >
      <Refusal message={message} />
      <p class="visually-hidden" role="status">
        {said}
      </p>
      <Show resource={people}>
        {(value) => (
          <ul class="cards">
            {value.people.map((person) => (
              <li key={person.id} class="card">
                <PersonCard
                  person={person}
                  keys={shownKeys}
                  {...(refusals.people === null && {
                    onTurn: () => void turn(person),
                    onDelete: () => setDoomed(person),
                  })}
                />
              </li>
            ))}
          </ul>
        )}
      </Show>
      {doomed && (
        <DeletePerson
          person={doomed}
          keys={shownKeys}
          onDone={() => deleted(doomed)}
          onClose={() => setDoomed(undefined)}
        />
      )}
    </Page>
  );
}
