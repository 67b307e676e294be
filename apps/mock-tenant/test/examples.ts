import { document } from '../src/contract/document.ts';

// Examples are read by what a test knows of them.
// biome-ignore lint/suspicious/noExplicitAny: the test asserts the shape
type Value = any;

const { examples } = document.components as unknown as { examples: Record<string, { value: Value } | undefined> };

/**
 * The value of an example of the document.
 *
 * @throws TypeError where the document has no example of that name.
 */
export function exampleNamed(name: string): Value {
  const found = examples[name];
  if (!found) throw new TypeError(`The document has no example ${name}.`);
  return found.value;
}
