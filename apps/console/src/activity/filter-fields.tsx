import type { SeenRequest } from '../api/client.ts';
import { Field } from '../parts/field.tsx';
import type { RequestFilter } from './requests.ts';

interface FilterFieldsProps {
  filter: RequestFilter;
  requests: readonly SeenRequest[];
  onChange: (filter: RequestFilter) => void;
}

/** What of the activity is shown: by operation, by key, by status. */
export function FilterFields({ filter, requests, onChange }: FilterFieldsProps) {
  const principals = [...new Set(requests.flatMap(({ principal }) => principal ?? []))].sort();
  return (
    <search class="filters">
      <Field label="Operation">
        {(id) => (
          <input
            id={id}
            type="search"
            placeholder="listStories, /api/v1/…"
            autocomplete="off"
            value={filter.operation}
            onInput={(event) => onChange({ ...filter, operation: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label="Key">
        {(id) => (
          <select
            id={id}
            value={filter.key}
            onChange={(event) => onChange({ ...filter, key: event.currentTarget.value })}
          >
            <option value="">Any</option>
            {principals.map((principal) => (
              <option key={principal} value={principal}>
                {principal}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Status">
        {(id) => (
          <select
            id={id}
            value={filter.status}
            onChange={(event) => onChange({ ...filter, status: event.currentTarget.value as RequestFilter['status'] })}
          >
            <option value="">Any</option>
            <option value="2">Done (2xx)</option>
            <option value="4">Refused (4xx)</option>
            <option value="5">Failed (5xx)</option>
            <option value="contract">Off the document</option>
          </select>
        )}
      </Field>
    </search>
  );
}
