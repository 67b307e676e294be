import { TinesError } from './errors.ts';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address of a tenant from any spelling people use: `acme.tines.com`, `https://acme.tines.com/`, a custom domain, a host
 * with a port, with or without `/api/v1`.
 *
 * @returns Scheme and host, without a slash at the end.
 * @throws TinesError with the code `config` where the host is in doubt or the scheme would send the key in the clear.
 */
export function normalizeTenant(tenant: string): string {
  const spelled = tenant.trim();
  if (spelled === '') throw configError('tenant is empty. Give the whole host, such as "acme.tines.com".');
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(spelled) ? spelled : `https://${spelled}`);
  if (url.username !== '' || url.password !== '') throw configError('tenant must not hold a user or a password.');
  if (!/^\/(api(\/v\d+)?\/?)?$/.test(url.pathname) || url.search !== '' || url.hash !== '') {
    throw configError('tenant must be a host, with nothing but "/api/v1" behind it.');
  }
  const local = loopback.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {
    throw configError(`tenant must be reached by https; "${url.protocol}//" is allowed for loopback only.`);
  }
  if (!local && !url.hostname.includes('.')) {
    throw configError(
      `tenant "${url.hostname}" has no domain. Give the whole host, such as "${url.hostname}.tines.com".`,
    );
  }
  return url.origin;
}

function parse(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw configError('tenant is not an address. Give the whole host, such as "acme.tines.com".');
  }
}

function configError(message: string): TinesError {
  return new TinesError({ code: 'config', message });
}
