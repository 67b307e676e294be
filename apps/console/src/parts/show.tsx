import type { ComponentChildren } from 'preact';
import type { Resource } from '../api/resource.ts';

/** Shows what was read, or that it is being read, or why it was refused. */
export function Show<T>({ resource, children }: { resource: Resource<T>; children: (value: T) => ComponentChildren }) {
  if (resource.state === 'loading') return <Loading />;
  if (resource.state === 'refused') return <p class="notice notice-bad">{resource.message}</p>;
  return <>{children(resource.value)}</>;
}

function Loading() {
  return (
    <div class="loading" role="status">
      <span class="visually-hidden">Loading</span>
      <span class="bone" />
      <span class="bone" />
      <span class="bone" />
    </div>
  );
}
