import { refuseField } from './refusals.ts';
import type { Behaviours } from './types.ts';

/** One or more certificates in PEM, with nothing between them but space. */
const pem = /^\s*(-----BEGIN CERTIFICATE-----\s[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/;

export const certificateBehaviours: Behaviours = {
  // The form is looked at and not the signature: what the document shows as an example is no real certificate either.
  setCustomCertificateAuthority({ state, body: { name = 'default', certificate } }) {
    if (!pem.test(certificate)) throw refuseField('/certificate', 'certificate must be X.509 certificates in PEM.');
    const known = state.certificateAuthorities.all().find((authority) => authority.name === name);
    if (known) state.certificateAuthorities.put({ ...known, certificate });
    else state.certificateAuthorities.insert({ name, certificate });
    return { status: 200, body: undefined };
  },
};
