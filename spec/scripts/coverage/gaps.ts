import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isObject } from '../json.ts';
import { packageFolder } from '../sources.ts';

/** Something that no public source tells. */
export interface Gap {
  /** Name of the file in spec/gaps. */
  file: string;
  title: string;
  /** Ids of the operations that it concerns. Undefined where the file does not begin with them, which a test refuses. */
  operations: string[] | undefined;
}

/** Reads spec/gaps. */
export function readGaps(folder = join(packageFolder, 'gaps')): Gap[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
  return files.sort().map((file) => parseGap(file, readFileSync(join(folder, file), 'utf8')));
}

/** Reads one gap from its text: `operations` between two lines of hyphens, then a heading. */
export function parseGap(file: string, text: string): Gap {
  const head = /^---\n(.*?)\n---\n/s.exec(text)?.[1];
  const front: unknown = head === undefined ? undefined : parse(head);
  const operations = isObject(front) && Array.isArray(front.operations) ? front.operations.map(String) : undefined;
  return { file, title: /^# (.+)$/m.exec(text)?.[1] ?? file, operations };
}
