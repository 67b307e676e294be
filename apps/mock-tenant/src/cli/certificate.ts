import { webcrypto } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate for one run, and the authority that signed it. */
export interface Certificate {
  key: string;
  cert: string;
  /** File with the authority's certificate in PEM, for whoever is to trust it. */
  authorityFile: string;
  /** Takes the file away. */
  remove(): void;
}

/** Names under which clients that insist on a tenant's own address can be pointed here by a line in the hosts file. */
const tenantNames = ['*.tines.com', '*.tines.io'];
const validity = 7 * 24 * 60 * 60 * 1000;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/**
 * Makes an authority, and a certificate that it signs for this machine and for tenant names. The authority's key is thrown
 * away at once, so that nothing else can ever be signed with it.
 *
 * @param host Address that is listened on.
 */
export async function makeCertificate(host: string): Promise<Certificate> {
  // Loaded here, since it is a lot of code that only HTTPS needs. It asks for the polyfill and does not bring it.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  x509.cryptoProvider.set(webcrypto as never);
  const [authorityKeys, keys] = await Promise.all([makeKeys(), makeKeys()]);
  const times = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + validity) };
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Mock tenant authority',
    ...times,
    keys: authorityKeys as never,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey as never),
    ],
  });
  const certificate = await x509.X509CertificateGenerator.create({
    subject: 'CN=Mock tenant',
    issuer: authority.subject,
    ...times,
    publicKey: keys.publicKey as never,
    signingKey: authorityKeys.privateKey as never,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(namesFor(host)),
      await x509.AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey as never),
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'tines-mock-tenant-'));
  const authorityFile = join(folder, 'authority.pem');
  writeFileSync(authorityFile, `${authority.toString('pem')}\n`);
  return {
    key: await pemOf(keys),
    cert: `${certificate.toString('pem')}\n`,
    authorityFile,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function makeKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

function namesFor(host: string): { type: 'dns' | 'ip'; value: string }[] {
  const own = isIP(host) === 0 ? { type: 'dns' as const, value: host } : { type: 'ip' as const, value: host };
  const names = ['localhost', ...tenantNames].map((value) => ({ type: 'dns' as const, value }));
  const addresses = ['127.0.0.1', '::1'].map((value) => ({ type: 'ip' as const, value }));
  return [...names, ...addresses, own].filter(
    (name, at, all) => all.findIndex(({ value }) => value === name.value) === at,
  );
}

async function pemOf({ privateKey }: webcrypto.CryptoKeyPair): Promise<string> {
  const bytes = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', privateKey));
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`;
}
