import { useEffect } from 'preact/hooks';
import { api, outcomeOf, type SeenRequest } from '../api/client.ts';
import { onRequest } from '../api/events.ts';
import { type Resource, useResource } from '../api/resource.ts';
import { createStore, useStore } from '../api/store.ts';

/** Requests that came since the list was last read. */
const arrived = createStore<readonly SeenRequest[]>([]);
onRequest((request) => arrived.set([...arrived.get(), request]));

/** The requests that the tenant has seen, newest first: the list as it was read, and what came since. */
export function useRequests(): Resource<SeenRequest[]> {
  const [read] = useResource(async () => {
    const outcome = await outcomeOf(api.GET('/_mock/requests'));
    if (outcome.kind !== 'done') return outcome;
    return { kind: 'done', value: outcome.value.requests };
  });
  const live = useStore(arrived);
  useEffect(() => arrived.set([]), [read]);
  if (read.state !== 'ready') return read;
  const known = new Set(read.value.map(({ id }) => id));
  return { state: 'ready', value: [...read.value, ...live.filter(({ id }) => !known.has(id))].reverse() };
}

/** Which requests are shown. Empty means any. */
export interface RequestFilter {
  operation: string;
  key: string;
  status: '' | '2' | '4' | '5' | 'contract';
}

export function fits(request: SeenRequest, { operation, key, status }: RequestFilter): boolean {
  const name = `${request.operationId ?? ''} ${request.method} ${request.path}`.toLowerCase();
  if (!name.includes(operation.trim().toLowerCase())) return false;
  if (key !== '' && request.principal !== key) return false;
  if (status === 'contract') return findingsOf(request).length > 0;
  return status === '' || String(request.status).startsWith(status);
}

/** Everything that did not fit the document, in words. */
export function findingsOf({ contract }: SeenRequest): { part: string; pointer: string; message: string }[] {
  return [
    ...contract.request.map(({ in: part, pointer, message }) => ({ part: `request, ${part}`, pointer, message })),
    ...contract.unknownQuery.map((name) => ({
      part: 'request, query',
      pointer: `/${name}`,
      message: `${name} is no parameter that the document knows.`,
    })),
    ...contract.answer.map(({ in: part, pointer, message }) => ({ part: `answer, ${part}`, pointer, message })),
  ];
}
