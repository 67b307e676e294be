/** How the report calls the API: one of the two schemes. */
export type Key = { bearer: string } | { userToken: string };

/** The names of all stories of a team, in the order in which the API lists them. @throws Error with the status of a refusal. */
export async function listStoryNames(tenant: string, key: Key, teamId: number): Promise<string[]> {
  const headers: Record<string, string> =
    'bearer' in key ? { authorization: `Bearer ${key.bearer}` } : { 'x-user-token': key.userToken };
  const names: string[] = [];
  let page: number | null = 1;
  while (page !== null) {
    const answer = await fetch(`${tenant}/api/v1/stories?team_id=${teamId}&per_page=2&page=${page}`, { headers });
    if (!answer.ok) throw new Error(`The API refused with ${answer.status}.`);
    const { stories, meta } = (await answer.json()) as {
      stories: { name: string }[];
      meta: { next_page_number: number | null };
    };
    names.push(...stories.map(({ name }) => name));
    page = meta.next_page_number;
  }
  return names;
}
