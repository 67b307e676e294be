/** The folders that the build reads and writes. */
import { fileURLToPath } from 'node:url';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The root of the repository. */
export const repository = folder('../../../');
/** The root of this package. */
export const docs = folder('../');
/** Where the finished site goes. */
export const dist = folder('../dist/');
/** Where the pages are put together, those by hand and those made from the document, before the generator reads them. */
export const assembled = folder('../.pages/');
