/** One Markdown file per operation, for programs and for people who read without a browser. */
import type { Access } from '../access.ts';
import { exampleBody, type Json, type OpenApiDocument, type Operation, resolve } from '../document.ts';
import { factsOf } from '../reference/enrich.ts';
import { samplesOf } from '../reference/samples.ts';

/** Everything about one operation as Markdown. */
export function operationMarkdown(document: OpenApiDocument, access: Access, operation: Operation): string {
  const { object } = operation;
  const parts = [
    `# ${object.summary}`,
    `\`${operation.method} ${operation.path}\`, operation \`${operation.id}\`${object.deprecated ? ', **deprecated**' : ''}.`,
    object.description,
    factsOf(access, operation)
      .filter(([name]) => name !== 'For machines')
      .map(([name, value]) => `- **${name}:** ${value}`)
      .join('\n'),
    parameterTable(operation),
    section('Request body', json(exampleBody(document, operation)?.value)),
    responses(document, operation),
    ...samplesOf(document, operation).map(({ label, lang, source }) =>
      section(`Sample: ${label}`, `\`\`\`${lang === 'Shell' ? 'sh' : 'ts'}\n${source}\n\`\`\``),
    ),
  ];
  return `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`;
}

function parameterTable({ parameters }: Operation): string | undefined {
  if (parameters.length === 0) return undefined;
  const rows = parameters.map((parameter) => {
    const values = parameter.schema?.enum;
    const allowed = Array.isArray(values) ? ` One of ${values.map((value) => `\`${value}\``).join(', ')}.` : '';
    const needed = parameter.required || parameter.in === 'path' ? 'yes' : 'no';
    const text = `${parameter.description ?? ''}${allowed}`.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
    return `| \`${parameter.name}\` | ${parameter.in} | ${typeOf(parameter.schema)} | ${needed} | ${text} |`;
  });
  return section('Parameters', ['| name | in | type | required | |', '|---|---|---|---|---|', ...rows].join('\n'));
}

function typeOf(schema: { [key: string]: Json } | undefined): string {
  const type = schema?.type;
  return Array.isArray(type) ? type.join(' or ') : typeof type === 'string' ? type : 'any';
}

function responses(document: OpenApiDocument, operation: Operation): string {
  const parts = Object.entries(operation.object.responses).map(([status, reference]) => {
    const response = resolve<{ description?: string; content?: Record<string, { examples?: object }> }>(
      document,
      reference,
    );
    const example = status.startsWith('2') ? exampleIn(document, response) : undefined;
    const block = json(example);
    return `- **${status}** ${response.description ?? ''}${block === undefined ? '' : `\n\n${block.replace(/^/gm, '  ')}`}`;
  });
  return section('Responses', parts.join('\n')) ?? '';
}

function exampleIn(
  document: OpenApiDocument,
  response: { content?: Record<string, { examples?: object }> },
): Json | undefined {
  const first = Object.values(Object.values(response.content ?? {})[0]?.examples ?? {})[0];
  return first === undefined ? undefined : resolve<{ value: Json }>(document, first).value;
}

function json(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string'
    ? `\`\`\`\n${value}\n\`\`\``
    : `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}

function section(title: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `## ${title}\n\n${text}`;
}
