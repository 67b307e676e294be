import type { Skill } from '@tines-openapi/types';
import { refuse } from '../server/errors.ts';
import type { SkillRow } from '../state/rows/workbench.ts';
import type { State } from '../state/state.ts';
import { contains } from './names.ts';
import { paginate } from './paging.ts';
import { refuseField } from './refusals.ts';
import type { Behaviours } from './types.ts';

/** A skill has no id in the API: its team and its name say which one is meant. */
export const skillBehaviours: Behaviours = {
  listSkills({ state, query, teams, request }) {
    const found = state.skills
      .all()
      .filter((skill) => teams.has(skill.team_id))
      .filter((skill) => query.team_id === undefined || skill.team_id === query.team_id)
      .filter((skill) => query.search === undefined || contains(skill.name, query.search));
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { skills: rows.map(shown), meta } };
  },

  getSkill({ state, params, query, demand }) {
    demand('workbench.use', query.team_id);
    return { status: 200, body: shown(skillAt(state, query.team_id, params.skill_name)) };
  },

  createSkill({ state, body }) {
    demandFree(state, body.team_id, body.name);
    const now = state.clock.iso();
    const skill = state.skills.insert({
      name: body.name,
      description: body.description,
      body: body.body,
      license: body.license ?? null,
      compatibility: body.compatibility ?? null,
      metadata: body.metadata ?? {},
      team_id: body.team_id,
      created_at: now,
      updated_at: now,
    });
    return { status: 200, body: shown(skill) };
  },

  updateSkill({ state, params, body, demand }) {
    demand('workbench.author', body.team_id);
    const skill = skillAt(state, body.team_id, params.skill_name);
    if (body.name !== undefined && body.name !== skill.name) demandFree(state, body.team_id, body.name);
    const updated = state.skills.put({
      ...skill,
      name: body.name ?? skill.name,
      description: body.description ?? skill.description,
      body: body.body ?? skill.body,
      license: body.license ?? skill.license,
      compatibility: body.compatibility ?? skill.compatibility,
      metadata: body.metadata ?? skill.metadata,
      updated_at: state.clock.iso(),
    });
    return { status: 200, body: shown(updated) };
  },

  deleteSkill({ state, params, query, demand }) {
    demand('workbench.author', query.team_id);
    state.skills.delete(skillAt(state, query.team_id, params.skill_name).id);
    return { status: 204, body: undefined };
  },
};

function skillNamed(state: State, teamId: number, name: string): SkillRow | undefined {
  return state.skills.where('team_id', teamId).find((skill) => skill.name === name);
}

function skillAt(state: State, teamId: number, name: string): SkillRow {
  const skill = skillNamed(state, teamId, name);
  if (!skill) throw refuse(404, 'Not found.');
  return skill;
}

function demandFree(state: State, teamId: number, name: string): void {
  if (skillNamed(state, teamId, name)) throw refuseField('/name', 'The team has a skill of this name already.');
}

function shown({ id, ...skill }: SkillRow): Skill {
  return skill;
}
