import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** A file of the page, as it is sent. */
export interface PageFile {
  bytes: Buffer;
  mediaType: string;
  etag: string;
  /** Whether its name changes with its content, so that a browser may keep it for good. */
  isHashed: boolean;
}

/** Built by `apps/console`, copied here by the build. Found beside both `src` and `dist`. */
const folder = new URL('../../dist/console/', import.meta.url);

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files by their path; nothing else is served, so no path leads out of the folder. */
export const pageFiles: ReadonlyMap<string, PageFile> = readFiles();

function readFiles(): Map<string, PageFile> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return new Map(
    names.flatMap((name) => {
      const mediaType = mediaTypes[extname(name)];
      if (mediaType === undefined) return [];
      const bytes = readFileSync(new URL(name, folder));
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
      return [
        [name === 'index.html' ? '/' : `/${name}`, { bytes, mediaType, etag, isHashed: name.startsWith('assets/') }],
      ];
    }),
  );
}
