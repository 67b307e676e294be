import { demandOwnHost } from '../admin/guard.ts';
import { refuse } from '../server/errors.ts';
import type { Answer, Request } from '../server/exchange.ts';
import type { TenantOptions } from '../tenant-options.ts';
import type { PageFile } from './files.ts';

/**
 * What the page may do: load its own files and ask its own tenant, and nothing else. No script stands in a page, no text is
 * ever taken for HTML (`require-trusted-types-for`), and no other page may frame it.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * Serves the page of the tenant. Its files are read when somebody asks for the first of them.
 *
 * @throws Refusal with 403 under a name that is not the tenant's, with 404 for a file that is not there.
 */
export async function servePage(
  request: Request,
  options: Required<Pick<TenantOptions, 'allowedHosts'>>,
): Promise<Answer> {
  demandOwnHost(request, options.allowedHosts);
  const { pageFiles } = await import('./files.ts');
  const file = pageFiles.get(request.path);
  if (file) return answerFile(request, file);
  const hint = pageFiles.size === 0 ? ' The page is not built: run the build of the whole project.' : '';
  throw refuse(404, `The page has no file at ${request.path}.${hint}`);
}

function answerFile({ method, headers: sent }: Request, { bytes, mediaType, etag, isHashed }: PageFile): Answer {
  const cacheControl = isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
  const described = { ...headers, etag, 'cache-control': cacheControl };
  if (knows(sent['if-none-match'], etag)) return { status: 304, headers: described };
  const full = { ...described, 'content-type': mediaType };
  if (method === 'HEAD') return { status: 200, headers: { ...full, 'content-length': String(bytes.length) } };
  return { status: 200, headers: full, body: bytes };
}

function knows(sent: string | undefined, etag: string): boolean {
  return (sent ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === etag || known.trim() === '*');
}
