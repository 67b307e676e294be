import type { RecordViewElement } from '@tines-openapi/types';
import type { RecordTypeRow } from '../state/rows/records.ts';
import type { State } from '../state/state.ts';
import { refuseField } from './refusals.ts';

/**
 * Tables and charts name record types and columns, so those must be in the team to which they come.
 *
 * @param pointer Where the elements stand in the body.
 * @throws Refusal with 422 that names the first thing that is missing.
 */
export function demandElementsFit(
  state: State,
  teamId: number,
  pointer: string,
  elements: readonly RecordViewElement[],
): void {
  for (const [index, element] of elements.entries()) {
    const type = typeNamed(state, teamId, element.record_type_name);
    if (!type) {
      const message = `The team has no record type named ${element.record_type_name}.`;
      throw refuseField(`${pointer}/${index}/record_type_name`, message);
    }
    const columns = new Set(state.recordFields.where('record_type_id', type.id).map((field) => field.name));
    const wanted = [
      ...element.axes.map((axis) => axis.record_field_name),
      ...element.filters.fields.map((filter) => filter.name),
    ];
    const missing = wanted.find((name) => !columns.has(name));
    if (missing !== undefined) {
      throw refuseField(`${pointer}/${index}`, `The record type ${type.name} has no column named ${missing}.`);
    }
  }
}

/** The record type of that exact name in a team. */
export function typeNamed(state: State, teamId: number, name: string): RecordTypeRow | undefined {
  return state.recordTypes.where('team_id', teamId).find((type) => type.name === name);
}

/** @throws Refusal with 422 where a place of the layout belongs to no element. */
export function demandLayoutFits(
  pointer: string,
  elements: readonly { readonly id: string }[],
  layout: readonly { readonly i: string }[],
): void {
  const ids = new Set(elements.map((element) => element.id));
  if (layout.every((place) => ids.has(place.i))) return;
  throw refuseField(pointer, 'Each i of the layout must be the id of an element.');
}
