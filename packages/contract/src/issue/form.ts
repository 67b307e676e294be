/** The fields of the issue form "the document is wrong" that a case is made of, by their labels. */
export const labels = {
  operation: 'Operation',
  key: 'Key type',
  sent: 'Sent',
  received: 'Received',
  difference: 'What the document says instead',
  date: 'Date',
  where: 'Where it was seen',
} as const;

export type Form = Record<keyof typeof labels, string>;

/** A filled form that no case can be made of, with every fault that was found. */
export class FormError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join(' '));
    this.faults = faults;
  }
}

/** What GitHub writes for a field that was left empty. */
const empty = /^(_No response_)?$/;

/**
 * Reads the body of an issue that was filed with the form.
 *
 * @param markdown The body as GitHub writes it: a heading for each field, its answer below.
 * @throws FormError that names each field that is missing or empty.
 */
export function readForm(markdown: string): Form {
  const answers = answersByLabel(markdown);
  const faults = Object.values(labels).flatMap((label) => {
    const answer = answers.get(label);
    if (answer === undefined) return [`There is no part "### ${label}".`];
    return empty.test(answer) ? [`"${label}" is not filled in.`] : [];
  });
  if (faults.length > 0) throw new FormError(faults);
  const entries = Object.entries(labels).map(([field, label]) => [field, answers.get(label) as string]);
  return Object.fromEntries(entries) as Form;
}

/** Headings inside of a fence are text that somebody pasted. */
function answersByLabel(markdown: string): Map<string, string> {
  const answers = new Map<string, string>();
  let label: string | undefined;
  let fenced = false;
  for (const line of markdown.split(/\r?\n/)) {
    if (/^\s*```/.test(line)) fenced = !fenced;
    const heading = fenced ? undefined : /^### (.+?)\s*$/.exec(line)?.[1];
    if (heading !== undefined) {
      label = heading;
      answers.set(label, '');
    } else if (label !== undefined) answers.set(label, `${answers.get(label)}${line}\n`);
  }
  return new Map([...answers].map(([key, text]) => [key, withoutFence(text.trim())]));
}

function withoutFence(text: string): string {
  return /^```[^\n]*\n([\s\S]*?)\n?```$/.exec(text)?.[1]?.trim() ?? text;
}
