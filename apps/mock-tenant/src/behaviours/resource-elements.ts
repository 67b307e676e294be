import type { ResourceRow } from '../state/rows/resources.ts';
import type { State } from '../state/state.ts';
import { appended, asText, removed, replaced } from './resource-values.ts';
import { demandTestValue, resourceAt } from './resources.ts';
import type { Behaviours } from './types.ts';

/** Changes to one part of a value. They answer the bare value, or the bare element, and never a resource. */
export const resourceElementBehaviours: Behaviours = {
  appendResourceElement({ state, params, body }) {
    const { resource, value } = valueAt(state, params.resource_id, body.is_test);
    const longer = appended(value, body.value);
    keep(state, resource, longer, body.is_test);
    if (typeof longer === 'string') {
      return { status: 200, body: longer, headers: { 'content-type': 'text/plain; charset=utf-8' } };
    }
    return { status: 200, body: longer };
  },

  removeResourceElement({ state, params, body }) {
    const { resource, value } = valueAt(state, params.resource_id, body.is_test);
    const { rest, element } = removed(value, body, body.if_value);
    keep(state, resource, rest, body.is_test);
    return { status: 200, body: asText(element) };
  },

  replaceResourceElement({ state, params, body }) {
    const { resource, value } = valueAt(state, params.resource_id, body.is_test);
    const whole = replaced(value, body, body.value, body.if_value);
    keep(state, resource, whole, body.is_test);
    return { status: 200, body: whole as unknown[] };
  },
};

function valueAt(state: State, id: number, isTest: boolean | undefined): { resource: ResourceRow; value: unknown } {
  const resource = resourceAt(state, id);
  const value = isTest ? demandTestValue(resource, resource.test_resource_enabled).value : resource.value;
  return { resource, value };
}

function keep(state: State, resource: ResourceRow, value: unknown, isTest: boolean | undefined): void {
  const updated_at = state.clock.iso();
  const { test_resource } = resource;
  state.resources.put(
    isTest && test_resource
      ? { ...resource, test_resource: { ...test_resource, value, updated_at } }
      : { ...resource, value, updated_at },
  );
}
