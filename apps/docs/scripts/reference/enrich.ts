/** Adds to the document what a reader of the reference wants beside each operation: samples, and the marks in words. */
import { type Access, needsOf, rightOf } from '../access.ts';
import { listOperations, type OpenApiDocument, type Operation } from '../document.ts';
import { samplesOf } from './samples.ts';

const surely: Record<string, string> = {
  documented: 'Documented on the public page',
  observed: 'Observed in live answers by',
  inferred: 'Inferred from',
  assumed: 'Assumed:',
};

/** A copy of the document for the renderer. The copy that people download stays as it is. */
export function enrichDocument(document: OpenApiDocument, access: Access): OpenApiDocument {
  const copy = structuredClone(document);
  for (const operation of listOperations(copy)) {
    operation.object['x-codeSamples'] = samplesOf(copy, operation);
    operation.object.description = `${operation.object.description}\n\n${factsTable(access, operation)}`;
  }
  copy.info.description = `${copy.info.description.trim()}\n\n${introduction}`;
  return copy;
}

const introduction = `## Beside the reference

- [Guides](../index.html): start, authentication, paging, errors, the cookbook.
- [Which key may call what](../authentication.html#which-key-may-call-what), as one table with a filter.
- [How well we know it](../known.html) says what is documented, seen or guessed.
- [Download](../machines.html) this document as JSON or YAML, or read it one Markdown file per operation.`;

/** The marks of an operation as a small table in Markdown. */
export function factsTable(access: Access, operation: Operation): string {
  const rows = factsOf(access, operation).map(([name, value]) => `| ${name} | ${value} |`);
  return ['| | |', '|---|---|', ...rows].join('\n');
}

/** The marks of an operation in words, as pairs of name and Markdown. */
export function factsOf(access: Access, operation: Operation): [name: string, value: string][] {
  const { object } = operation;
  const facts: [string, string][] = [['Who may call it', whoMayCall(access, operation)]];
  const { level, source } = object['x-evidence'];
  facts.push(['How well known', `${surely[level] ?? level} ${level === 'documented' ? `\`${source}\`` : source}`]);
  if (object['x-sunset'] !== undefined) facts.push(['Goes away', `on ${object['x-sunset']}`]);
  const paging = object['x-pagination'];
  if (paging !== undefined) facts.push(['Paging', `by ${paging.style}, the items under \`${paging.items}\``]);
  const limit = object['x-rate-limit'];
  facts.push(['Rate limit', `${limit.perMinute} a minute, counted as \`${limit.class}\``]);
  if (object['x-idempotent'] !== undefined) {
    facts.push(['Repeating it', object['x-idempotent'] ? 'is safe' : 'is not safe']);
  }
  const availability = object['x-availability'];
  if (availability !== undefined) facts.push(['Not everywhere', availability.note]);
  facts.push(['For machines', `[${operation.id}.md](operations/${operation.id}.md)`]);
  return facts;
}

function whoMayCall(access: Access, operation: Operation): string {
  const right = rightOf(access, operation);
  if (right === undefined) return 'Anybody who knows the address: it takes no API key.';
  if (right.scope === 'any') return 'Every valid key.';
  const needs = needsOf(right);
  const kinds = [`personal (${needs.personal})`];
  if (needs.service !== 'no') kinds.push(`service (${needs.service})`);
  kinds.push('tenant owner');
  if (needs.team !== 'no') kinds.push(`team (as ${needs.team})`);
  return `Keys of the types ${kinds.join(', ')}. Right \`${operation.object['x-access']?.right}\`.`;
}
