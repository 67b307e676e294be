import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { isObject, type JsonObject } from './json.ts';
import { mutateAll } from './mutation/mutate.ts';
import { type Figure, figureOf, shareOf } from './mutation/report.ts';
import { type Score, scoreOf } from './score.ts';
import { packageFolder } from './sources.ts';
import { upgradeSchemas } from './upgrade.ts';

const help = `Measures our document and others in one run: redocly score, and the mutation figure (see \`pnpm mutation --help\`).

  pnpm --filter @tines-openapi/spec compare github.json stripe.yaml …

The files are OpenAPI 3.0 or 3.1 in one piece, as JSON or YAML.
`;

const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
if (values.help) console.log(help);
else {
  console.log(
    '| document | operations | agent readiness | wrong answers refused | of changes |\n|---|---|---|---|---|',
  );
  for (const file of [join(packageFolder, 'dist/openapi.json'), ...positionals.map((name) => resolve(name))])
    console.log(await rowOf(file));
}

async function rowOf(file: string): Promise<string> {
  const document: unknown = parseDocument(file);
  if (!isObject(document) || !/^3\.[01]/.test(String(document.openapi)))
    return `| ${basename(file)} | no OpenAPI 3.0 or 3.1 | | | |`;
  const name = `${String((document.info as JsonObject | undefined)?.title)} (${basename(file)})`;
  const score = await scoreOf(file).catch(() => undefined);
  return row(name, score, figureOf(mutateAll(upgradeSchemas(document)).verdicts));
}

function parseDocument(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.json') ? JSON.parse(text) : parse(text, { maxAliasCount: -1 });
}

function row(name: string, score: Score | undefined, figure: Figure): string {
  const share = `${(shareOf(figure) * 100).toFixed(1)} %`;
  return `| ${name} | ${score?.operations ?? '?'} | ${score?.agentReadiness.toFixed(1) ?? 'not read'} | ${share} | ${figure.total} |`;
}
