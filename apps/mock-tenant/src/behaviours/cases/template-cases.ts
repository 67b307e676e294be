import { judge } from '../../contract/judge.ts';
import { refuse } from '../../server/errors.ts';
import type { CaseRow, CaseTemplateRow } from '../../state/rows/cases.ts';
import { addAction } from './case-actions.ts';
import { type Context, wrongField } from './context.ts';
import { type NewCase, openCase } from './opening.ts';
import { actionsIn, isFormula, type KnownOptions, textsIn } from './template-options.ts';

/**
 * Makes a case of which a template fills in whatever the request leaves out. Formulas of the template are taken as they
 * were written.
 *
 * @param templateId Id of the template, perhaps as text; slugs of templates that Tines ships are refused.
 */
export function openFromTemplate(context: Context, wish: NewCase, templateId: number | string): CaseRow {
  const template = templateOf(context, wish.team_id, templateId);
  const { actions, assignee_emails, ...options } = template.options as KnownOptions;
  const assigned = assignee_emails && { assignee_emails: textsIn(assignee_emails).filter((who) => !isFormula(who)) };
  const filled = { ...options, ...assigned, ...wish };
  // Options are open, so anything may be in them; a case is made only of what a request could have asked for.
  const findings = judge('#/components/schemas/CreateCaseRequest', filled, 'body');
  if (findings.length > 0) {
    const message = findings.map((finding) => finding.message).join(' ');
    throw wrongField(context, 'template_id', `The template "${template.name}" makes no case: ${message}`);
  }
  const row = openCase(context, filled);
  for (const action of actionsIn(actions)) addAction(context.state, row.id, action);
  return row;
}

function templateOf({ state, request }: Context, teamId: number, id: number | string): CaseTemplateRow {
  const template = state.caseTemplates.get(Number(id));
  const parent = state.teams.get(teamId)?.parent_id ?? teamId;
  if (template && (template.team_id === teamId || template.team_id === parent)) return template;
  if (template) throw refuse(404, 'Not found.');
  const message = 'template_id must be the id of a template of the team. Templates that Tines ships are not here.';
  throw wrongField({ request }, 'template_id', message);
}
