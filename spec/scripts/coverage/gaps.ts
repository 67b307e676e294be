import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageFolder } from '../sources.ts';

/** Something that no public source tells. */
export interface Gap {
  /** Name of the file in spec/gaps. */
  file: string;
  title: string;
  operations: string[];
}

/** Reads spec/gaps. Fails where a file does not begin with the operations that it concerns, as nothing could then find it. */
export function readGaps(folder = join(packageFolder, 'gaps')): Gap[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
  return files.sort().map((file) => parseGap(file, readFileSync(join(folder, file), 'utf8')));
}

/** Reads one gap from its text. */
export function parseGap(file: string, text: string): Gap {
  const [, head, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const front = head === undefined ? undefined : (parse(head) as { operations?: unknown } | null);
  const operations = front?.operations;
  const title = /^# (.+)$/m.exec(body ?? '')?.[1];
  if (!Array.isArray(operations) || title === undefined) {
    throw new Error(
      `spec/gaps/${file} does not begin as a gap does. Begin with "---", "operations: [listStories]", "---" and a line "# Title".`,
    );
  }
  return { file, title, operations: operations.map(String) };
}
