import type { CaseTemplate, CaseTemplateOptions, CaseTemplatePreview } from '@tines-openapi/types';
import { refuse } from '../../server/errors.ts';
import type { CaseTemplateRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import { contains } from '../names.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { type Context, wrongField } from './context.ts';
import { emojiCharacter, randomEmoji } from './emoji.ts';
import { exportEntry, importedOptions } from './template-options.ts';
import { previewOf } from './template-preview.ts';

/** Most templates on one page. */
const maximumPerPage = 100;

export const caseTemplateBehaviours: Behaviours = {
  listCaseTemplates({ state, query, teams, request }) {
    const found = state.caseTemplates
      .where('team_id', query.team_id)
      .filter(({ team_id }) => teams.has(team_id))
      .filter(({ name }) => query.search === undefined || contains(name, query.search));
    const { rows, meta } = paginate(found, request, query, maximumPerPage);
    // The sample of the list shows the character itself, every other one its name.
    const case_templates = rows.map((row) => ({ ...shown(state, row), emoji: emojiCharacter(row.emoji) }));
    return { status: 200, body: { case_templates, meta } };
  },

  getCaseTemplate({ state, params }) {
    return { status: 200, body: shown(state, templateAt(state, params.id)) };
  },

  createCaseTemplate(call) {
    const { state, body } = call;
    demandFreeName(call, body.team_id, body.name, 'name');
    const template = addTemplate(state, body.team_id, body.name, body.emoji, body.options ?? {});
    return { status: 201, body: shown(state, template) };
  },

  updateCaseTemplate(call) {
    const { state, params, body } = call;
    const template = templateAt(state, params.id);
    const { name = template.name, emoji = template.emoji } = body;
    if (name !== template.name) demandFreeName(call, template.team_id, name, 'name');
    // An option that is sent takes the place of the old one as a whole; the others stay.
    const options = { ...template.options, ...body.options };
    const updated_at = state.clock.iso();
    return {
      status: 200,
      body: shown(state, state.caseTemplates.put({ ...template, name, emoji, options, updated_at })),
    };
  },

  deleteCaseTemplate({ state, params }) {
    state.caseTemplates.delete(templateAt(state, params.id).id);
    return { status: 204, body: undefined };
  },

  previewCaseTemplate(call) {
    const body: CaseTemplatePreview | null = previewOf(call, templateAt(call.state, call.params.id));
    return { status: 200, body };
  },

  exportCaseTemplate({ state, params }) {
    const templates = [exportEntry(state, templateAt(state, params.id))];
    return { status: 200, body: { schema_version: 1, exported_at: state.clock.iso(), templates } };
  },

  importCaseTemplate(call) {
    const { state, body } = call;
    for (const [index, { name }] of body.data.templates.entries()) {
      demandFreeName(call, body.team_id, name, `data.templates.${index}.name`);
    }
    const [first] = body.data.templates.map((entry) =>
      addTemplate(state, body.team_id, entry.name, entry.emoji, importedOptions(state, body.team_id, entry)),
    );
    // One template is exported at a time; of several, the first is answered.
    if (!first) throw wrongField(call, 'data.templates', 'templates must hold at least one template.');
    return { status: 201, body: shown(state, first) };
  },
};

function templateAt(state: State, id: number): CaseTemplateRow {
  const template = state.caseTemplates.get(id);
  if (!template) throw refuse(404, 'Not found.');
  return template;
}

function addTemplate(
  state: State,
  teamId: number,
  name: string,
  emoji: string | undefined,
  options: CaseTemplateOptions,
): CaseTemplateRow {
  const now = state.clock.iso();
  const template = { team_id: teamId, name, emoji: emoji ?? randomEmoji(state), options };
  return state.caseTemplates.insert({ ...template, created_at: now, updated_at: now });
}

/** @throws Refusal where the team has a template of that name; names are unique inside a team. */
function demandFreeName(context: Context, teamId: number, name: string, field: string): void {
  if (!context.state.caseTemplates.where('team_id', teamId).some((template) => template.name === name)) return;
  throw wrongField(context, field, `The team has a template of the name "${name}" already.`);
}

function shown(state: State, { id, name, emoji, team_id, created_at, updated_at }: CaseTemplateRow): CaseTemplate {
  const team = { id: team_id, name: state.teams.get(team_id)?.name ?? '' };
  return { id, name, emoji, team, created_at, updated_at };
}
