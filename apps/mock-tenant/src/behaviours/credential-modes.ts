import type { CredentialRow } from '../state/rows/credentials.ts';
import type { State } from '../state/state.ts';
import { refuseField } from './refusals.ts';
import type { Call } from './types.ts';

type Create = Call<'createCredential'>['body'];
type Update = Call<'updateCredential'>['body'];
type AwsBody = Extract<Create | Update, { mode: 'AWS' }>;
type Aws = Pick<CredentialRow, 'aws_authentication_type' | 'aws_assumed_role_external_id' | 'use_static_external_id'>;

/** What credentials of the other kinds show of AWS. */
export const noAws = { aws_authentication_type: null, aws_assumed_role_external_id: null } as const satisfies Aws;

/**
 * Fields that only some settings of a kind need, which the document says in words.
 *
 * @throws Refusal with 422 where one is missing.
 */
export function demandCompleteMode(body: Create): void {
  if (body.mode === 'OAUTH' && body.oauth_grant_type === 'authorization_code' && !body.oauth_url) {
    throw refuseField('/oauth_url', 'oauth_url is required for the grant authorization_code.');
  }
  if (body.mode === 'AWS' && body.aws_authentication_type === 'ROLE' && !body.aws_assumed_role_arn) {
    throw refuseField('/aws_assumed_role_arn', 'aws_assumed_role_arn is required for ROLE.');
  }
}

/** Where a person signs in to finish an OAuth credential; undefined where nobody has to. */
export function redirectUrl(body: Create): string | undefined {
  if (body.mode !== 'OAUTH' || body.oauth_grant_type !== 'authorization_code' || !body.oauth_url) return undefined;
  const url = new URL(body.oauth_url);
  url.searchParams.set('client_id', body.oauth_client_id);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('scope', body.oauth_scope);
  return url.href;
}

/** What an AWS credential shows after a call. The tenant makes the external id, and one team shares its static one. */
export function awsAfter(state: State, body: AwsBody, teamId: number, before?: CredentialRow): Aws {
  const use_static_external_id = body.use_static_external_id ?? before?.use_static_external_id ?? false;
  return {
    aws_authentication_type: body.aws_authentication_type ?? before?.aws_authentication_type ?? null,
    use_static_external_id,
    aws_assumed_role_external_id: externalId(state, body, teamId, use_static_external_id, before),
  };
}

function externalId(
  state: State,
  body: AwsBody,
  teamId: number,
  isStatic: boolean,
  before: CredentialRow | undefined,
): string {
  if (isStatic) return staticExternalId(state, teamId);
  const own = body.aws_assumed_role_external_id;
  if (own !== undefined) return own;
  const kept = before?.use_static_external_id ? undefined : before?.aws_assumed_role_external_id;
  return kept ?? state.random.uuid();
}

/** The id that the AWS credentials of a team share. It is made with the first credential that asks for it. */
function staticExternalId(state: State, teamId: number): string {
  const exists = state.staticExternalIds.where('team_id', teamId).length > 0;
  if (!exists) state.staticExternalIds.insert({ team_id: teamId });
  const sharing = state.credentials.where('team_id', teamId).find((other) => other.use_static_external_id);
  return (exists && sharing?.aws_assumed_role_external_id) || state.random.uuid();
}
