import type { Template } from '@tines-openapi/types';
import { refuse } from '../server/errors.ts';
import type { TemplateRow } from '../state/rows/administration.ts';
import type { State } from '../state/state.ts';
import { paginate } from './paging.ts';
import { refuseField } from './refusals.ts';
import type { Behaviours, Call } from './types.ts';

export const templateBehaviours: Behaviours = {
  listTemplates({ state, query, request }) {
    const { rows, meta } = paginate(state.templates.all(), request, query);
    return { status: 200, body: { 'admin/templates': rows.map(shown), meta } };
  },

  getTemplate({ state, params }) {
    return { status: 200, body: shown(templateAt(state, params.template_id)) };
  },

  createTemplate({ state, body }) {
    demandInputs(body.action_inputs);
    const sharing = sharingOf(state, body);
    const { name, description = '', vendor = '', product, agent_type, agent_options, action_inputs = [] } = body;
    const kind = { agent_type, agent_options, action_inputs };
    const row = state.templates.insert({ name, description, vendor, product, ...kind, ...sharing });
    // The one answer in which the id is a number.
    return { status: 200, body: { ...shown(row), id: row.id } };
  },

  updateTemplate({ state, params, body }) {
    const template = templateAt(state, params.template_id);
    demandInputs(body.action_inputs);
    const { name = template.name, description = template.description, vendor = template.vendor } = body;
    const { product = template.product, agent_type = template.agent_type } = body;
    const { agent_options = template.agent_options, action_inputs = template.action_inputs ?? [] } = body;
    const kind = { agent_type, agent_options, action_inputs };
    state.templates.put({ ...template, name, description, vendor, product, ...kind });
    return { status: 200, body: true };
  },

  deleteTemplate({ state, params }) {
    state.templates.delete(templateAt(state, params.template_id).id);
    return { status: 204, body: undefined };
  },
};

type CreateBody = Call<'createTemplate'>['body'];
type Sharing = Pick<TemplateRow, 'team_id' | 'folder_id' | 'read_access' | 'shared_team_slugs'>;

/** @throws Refusal with 422 where the team does not exist, or what is shared with whom contradicts itself. */
function sharingOf(state: State, body: CreateBody): Sharing {
  const { team_id = null, folder_id = null, shared_team_slugs = [] } = body;
  const { read_access = team_id === null ? 'GLOBAL' : 'TEAM' } = body;
  if (team_id !== null && !state.teams.get(team_id)) throw refuseField('/team_id', 'team_id must be an existing team.');
  // No kind of folder that the API knows holds templates, so there is none to name.
  if (folder_id !== null) throw refuseField('/folder_id', 'folder_id must be a folder for templates of the same team.');
  if (read_access === 'TEAM' && team_id === null) {
    throw refuseField('/read_access', 'read_access TEAM needs a team_id. Without one, GLOBAL is allowed.');
  }
  if (read_access === 'SPECIFIC_TEAMS' && shared_team_slugs.length === 0) {
    throw refuseField('/shared_team_slugs', 'shared_team_slugs is required when read_access is SPECIFIC_TEAMS.');
  }
  const known = new Set(state.teams.all().map(({ slug }) => slug));
  const unknown = shared_team_slugs.find((slug) => !known.has(slug));
  if (unknown !== undefined) throw refuseField('/shared_team_slugs', 'shared_team_slugs must be slugs of teams.');
  return {
    team_id,
    folder_id,
    read_access,
    shared_team_slugs: read_access === 'SPECIFIC_TEAMS' ? shared_team_slugs : [],
  };
}

/** @throws Refusal with 422 for an optional input of the type CREDENTIAL. */
function demandInputs(inputs: CreateBody['action_inputs'] = []): void {
  const at = inputs.findIndex(({ type, required }) => type === 'CREDENTIAL' && !required);
  if (at < 0) return;
  throw refuseField(`/action_inputs/${at}/required`, 'required must be true on an input of the type CREDENTIAL.');
}

function templateAt(state: State, id: number): TemplateRow {
  const template = state.templates.get(id);
  if (!template) throw refuse(404, 'Not found.');
  return template;
}

function shown({ folder_id, ...template }: TemplateRow): Template {
  return { ...template, id: String(template.id) };
}
