/** What a status can mean with this API where that is more than its plain meaning. */
export function hintFor(status: number): string | undefined {
  if (status === 401) return 'Unknown key, or not in the plan.';
  return status === 404 ? 'No such id, another team, too little right, or another version.' : undefined;
}
