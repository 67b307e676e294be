import { configError, kindOf } from './errors.ts';

/**
 * The origin of a tenant from any spelling people use: `acme.tines.com`, `acme`, `https://acme.tines.com/`, a custom domain, a
 * host with a port, with or without `/api/v1`. A word alone is a name under `tines.com`.
 *
 * @param allowHttp Whether `http` may reach more than loopback.
 * @returns Scheme and host, without a slash at the end.
 * @throws TinesError with the code `config` where the host is in doubt or the scheme would send the key in the clear.
 */
export function normalizeTenant(tenant: string, allowHttp?: boolean): string {
  const spelled = `${tenant ?? ''}`.trim();
  const whole = /^[\w+.-]+:\/\//.test(spelled);
  const address = whole ? spelled : `https://${spelled}`;
  const { host, hostname = '', href = '', origin = kindOf(tenant), protocol } = parse(address);
  const local = /^(localhost|127[.\d]+|\[::1])$/.test(hostname);
  const bare = !whole && !local && !hostname.includes('.');
  const safe = protocol === 'https:' || (protocol === 'http:' && (local || allowHttp));
  // Whatever stands beside host and version would be lost: a user, a query, another path; or a port of a bare name.
  if (!safe || (bare && host !== hostname) || !/^(\/api(\/v\d+)?)?\/?$/.test(href.slice(origin.length))) {
    throw configError(
      `tenant must be just a host like acme.tines.com, by https unless on loopback or with allowHttp, not ${origin}.`,
    );
  }
  return bare ? `${origin}.tines.com` : origin.replace(/\/\/www\.(.+\.tines\.)/, '//$1');
}

function parse(address: string): Partial<URL> {
  return URL.canParse(address) ? new URL(address) : {};
}
