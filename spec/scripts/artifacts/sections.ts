import { isObject, type JsonObject, jsonText, listOf, objectAt, operationsOf } from '../json.ts';
import type { Artifact } from './artifact.ts';
import { componentsReached } from './components.ts';

/** One document for each folder of spec/paths, with only what its operations reach. */
export const sections: Artifact = ({ document, sectionOf }) => {
  const names = [...new Set(sectionOf.values())].sort();
  return Object.fromEntries(
    names.map((name) => [`sections/${name}.json`, jsonText(sectionDocument(document, name, sectionOf))]),
  );
};

function sectionDocument(document: JsonObject, name: string, sectionOf: ReadonlyMap<string, string>): JsonObject {
  const paths = Object.fromEntries(
    Object.entries(objectAt(document, 'paths')).filter(([path]) => sectionOf.get(path) === name),
  );
  const info = objectAt(document, 'info');
  const tags = new Set(operationsOf({ paths }).flatMap(({ node }) => listOf(node.tags)));
  return {
    ...document,
    info: { ...info, title: `${String(info.title)}: ${name}` },
    tags: listOf(document.tags).filter((tag) => isObject(tag) && tags.has(tag.name ?? null)),
    paths,
    components: componentsReached(document, paths),
  };
}
