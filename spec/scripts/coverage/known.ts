import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonObject, type Operation, operationsOf } from '../json.ts';
import { packageFolder } from '../sources.ts';

/** An operation that the public pages show. */
export interface KnownOperation {
  operationId: string;
  method: string;
  path: string;
  /** Addresses of its pages without the host. */
  pages: string[];
  confidence: string;
}

/** A public page that describes no operation, and the file of spec/ that took it in. */
export interface Guide {
  page: string;
  about: string;
  describedIn: string | null;
}

/** What the public pages show, as coverage.json lists it. */
export interface Coverage {
  operations: KnownOperation[];
  guides: Guide[];
}

/** Reads coverage.json. */
export function readCoverage(): Coverage {
  return JSON.parse(readFileSync(join(packageFolder, 'coverage.json'), 'utf8')) as Coverage;
}

/** Method and path without the names of its parameters, as those are ours to choose. */
export function shapeOf(method: string, path: string): string {
  return `${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`;
}

/** The operations of a document by their shape. */
export function byShape(document: JsonObject): Map<string, Operation> {
  return new Map(operationsOf(document).map((operation) => [shapeOf(operation.method, operation.path), operation]));
}

/** The operation of the document that a known one is described as, if it is. */
export function describedAs(known: KnownOperation, described: ReadonlyMap<string, Operation>): Operation | undefined {
  const operation = described.get(shapeOf(known.method, known.path));
  return operation?.id === known.operationId ? operation : undefined;
}
