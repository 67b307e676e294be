/** Version of this package; a test holds it against package.json. */
export const version = '0.1.0';

/** The headers of every call, with the caller's program in front. `Headers` takes the space away where there is none. */
export function userAgent(app = ''): Record<string, string> {
  return { 'user-agent': `${app} tines-openapi-client/${version}` };
}
