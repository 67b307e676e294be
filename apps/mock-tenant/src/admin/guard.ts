import { isIP } from 'node:net';
import { refuse } from '../server/errors.ts';
import type { Request } from '../server/exchange.ts';

/** Domains in which nobody can register a name (RFC 2606, RFC 6761, and `internal` by a resolution of ICANN). */
const reservedDomains = new Set(['localhost', 'test', 'example', 'invalid', 'internal']);

/**
 * Holds a call of the page or of `/_mock` to the names of the tenant. A site that lets its own name lead to this machine ("DNS
 * rebinding") comes with that name, and a browser then takes the tenant for a part of the site.
 *
 * @param allowed Further names under which the tenant is known.
 * @throws Refusal with 403 for a name that somebody on the internet can own.
 */
export function demandOwnHost({ origin }: Request, allowed: readonly string[]): void {
  const name = hostNameOf(origin);
  if (name !== undefined && (isOutOfReach(name) || allowed.includes(name))) return;
  throw refuse(
    403,
    `The mock's own pages are not served under the name ${name ?? 'that was sent'}. Use an address, localhost, a name without a dot, or start with --allow-host ${name ?? '<name>'}.`,
  );
}

/** Whether no site on the internet has this name: addresses, names without a dot, and reserved domains. */
function isOutOfReach(name: string): boolean {
  if (isIP(name.replaceAll(/[[\]]/g, '')) !== 0) return true;
  const labels = name.split('.');
  return labels.length === 1 || reservedDomains.has(labels.at(-1) ?? '');
}

function hostNameOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).hostname.replace(/\.$/, '') : undefined;
}

/**
 * Refuses writes that a page of another site makes. Browsers tell from where a call comes and let no page change that; programs
 * that are no browser send neither header.
 *
 * @throws Refusal with 403 where the call comes from another origin.
 */
export function demandSameOrigin({ method, headers, origin }: Request): void {
  if (method === 'GET' || method === 'HEAD') return;
  const site = headers['sec-fetch-site'];
  const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
  const from = headers.origin;
  // Compared without the scheme: in front of the tenant there may be a proxy that speaks TLS.
  if (!isForeign && (from === undefined || hostOf(from) === hostOf(origin))) return;
  throw refuse(403, 'This call comes from a page of another site. Only the page of this tenant may write here.');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
