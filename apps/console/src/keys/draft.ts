import type { KeyChoices, KeyKind, KeyType, NewKey } from '../api/client.ts';

/** A key as somebody is putting it together. */
export interface KeyDraft {
  type: KeyType;
  name: string;
  teamId: number | undefined;
  role: string;
  permissions: readonly string[];
}

/** @param teamId Team that is offered first, where there is a reason to. */
export function beginDraft({ kinds, teams, roles }: KeyChoices, teamId?: number): KeyDraft {
  const offered = kinds.filter(isOffered);
  const own = teams.find(({ id }) => id === teamId) ?? teams[0];
  return {
    type: offered[0]?.type ?? 'personal',
    name: '',
    teamId: own?.id,
    role: roles.includes('VIEWER') ? 'VIEWER' : (roles[0] ?? ''),
    permissions: [],
  };
}

export function isOffered({ refusal }: KeyKind): boolean {
  return refusal === null;
}

/** What is sent for a draft: only the fields that its type has. */
export function newKeyOf({ type, name, teamId, role, permissions }: KeyDraft): NewKey {
  return {
    type,
    name: name.trim(),
    ...(type === 'team' && teamId !== undefined && { team_id: teamId, role }),
    ...(type === 'service' && { tenant_permissions: [...permissions] }),
  };
}
