import { evidenceLevels } from '../../lint/vocabulary.ts';
import { isObject, type Json, type JsonObject, objectAt, resolve } from '../json.ts';

/** How well an operation is known: its own level, and how many of its parts are less sure, by level. */
export interface Evidence {
  level: string;
  source: string;
  weaker: Record<string, number>;
}

/** Reads the evidence of an operation and of everything that it refers to. */
export function evidenceOf(document: JsonObject, operation: JsonObject): Evidence {
  const own = objectAt(operation, 'x-evidence');
  const level = String(own.level ?? 'assumed');
  const weaker: Record<string, number> = {};
  for (const part of levelsWithin(document, operation)) {
    if (rank(part) > rank(level)) weaker[part] = (weaker[part] ?? 0) + 1;
  }
  return { level, source: String(own.source ?? ''), weaker };
}

function levelsWithin(document: JsonObject, operation: JsonObject): string[] {
  const levels: string[] = [];
  const seen = new Set<Json>();
  const queue: Json[] = [operation];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const value = resolve(document, next) ?? null;
    if (seen.has(value) || typeof value !== 'object' || value === null) continue;
    seen.add(value);
    const evidence = isObject(value) && value !== operation ? value['x-evidence'] : undefined;
    if (isObject(evidence)) levels.push(String(evidence.level));
    for (const [key, child] of Object.entries(value)) if (key !== 'examples' && key !== 'example') queue.push(child);
  }
  return levels;
}

function rank(level: string): number {
  return (evidenceLevels as readonly string[]).indexOf(level);
}
