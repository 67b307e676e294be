import { parseArgs } from 'node:util';
import { mutateAll } from './mutation/mutate.ts';
import { reportLines } from './mutation/report.ts';
import { readSources } from './sources.ts';

const help = `Changes every property of every JSON answer and counts what its schema refuses.

  pnpm --filter @tines-openapi/spec mutation    the figure, each section's, and by name what is not refused

A property gets another type, is dropped where it is required, and becomes null where the schema does not say that it may. What
is open by design counts as not refused.
`;

const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
if (values.help) console.log(help);
else {
  const { document, sectionOf } = await readSources();
  const result = mutateAll(document);
  for (const line of reportLines(result, (path) => sectionOf.get(path) ?? 'none')) console.log(line);

  for (const { operationId, status } of result.unchanged)
    console.log(`No value fits the schema of ${operationId} ${status}.`);
}
