/** Finds pages, their sections and operations. Runs in the browser, and in the tests as it is. */
import MiniSearch from 'minisearch';

/** One thing that can be found. */
export interface Entry {
  kind: 'operation' | 'page' | 'section';
  title: string;
  /** From the root of the site. */
  url: string;
  /** The page of a section; the section of the API of an operation. */
  place: string;
  text: string;
  /** For operations: the id, and the method with the path. */
  id?: string;
  path?: string;
  /** Words that people use and the text does not. */
  words?: string;
}

/** A function from what was typed to the entries that fit, the best first. */
export type Search = (query: string) => Entry[];

const noise = new Set(['a', 'an', 'the', 'of', 'to', 'in', 'and', 'or', 'is', 'it', 'i', 'do', 'how', 'api', 'tines']);

/**
 * Builds the index.
 *
 * @param entries Everything that can be found.
 * @returns The search. It answers at most 20 entries.
 */
export function createSearch(entries: Entry[]): Search {
  const index = new MiniSearch<Entry & { number: number }>({
    idField: 'number',
    fields: ['title', 'id', 'path', 'words', 'place', 'text'],
    tokenize,
    processTerm,
    searchOptions: {
      boost: { id: 5, title: 4, words: 4, path: 3, place: 1.5 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.15 : false),
      boostDocument: (number) => (entries[number]?.kind === 'section' ? 0.8 : 1),
    },
  });
  index.addAll(entries.map((entry, number) => ({ ...entry, number })));
  return (query) => {
    const all = index.search(query, { combineWith: 'AND' });
    const found = all.length > 0 ? all : index.search(query);
    const ordered = [...exactly(entries, query), ...found.map(({ id }) => entries[id])];
    return [...new Set(ordered)].filter((entry) => entry !== undefined).slice(0, 20);
  };
}

/** What was typed as it stands: the id of an operation, or its path with or without the method. */
function exactly(entries: Entry[], query: string): Entry[] {
  const typed = query.trim().toLowerCase().replace(/\/$/, '');
  const isPath = typed.includes('/');
  return entries.filter(({ id, path }) => {
    if (id?.toLowerCase() === typed) return true;
    const whole = path?.toLowerCase();
    return isPath && whole !== undefined && (whole === typed || whole.split(' ')[1] === typed);
  });
}

/** Words, and the parts of names in camel case: `listStories` is found by `stories` too. */
function tokenize(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}_]+/u).filter((word) => word !== '');
  return words.flatMap((word) => {
    const parts = word.split(/_|(?<=[a-z0-9])(?=[A-Z])/).filter((part) => part !== '');
    return parts.length > 1 ? [word, ...parts] : [word];
  });
}

/** One form for singular and plural, and none for words that say nothing. */
function processTerm(term: string): string | null {
  const word = term.toLowerCase();
  if (noise.has(word)) return null;
  return word.length > 3 ? word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '') : word;
}
