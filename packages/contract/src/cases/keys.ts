/** The kinds of keys that cases call with. `none` sends no key, `unknown` one that nobody issued. */
export const keyNames = [
  'personalOwner',
  'personalEditor',
  'serviceAudit',
  'tenantOwner',
  'teamEditor',
  'teamViewer',
  'deactivatedUser',
  'unknown',
  'none',
] as const;

export type KeyName = (typeof keyNames)[number];

/** Secrets by kind of key. Cases whose key is missing are skipped by name. */
export type Keys = Partial<Record<Exclude<KeyName, 'none' | 'unknown'>, string>>;

/** The keys of the seed tenant. They open nothing but a mock. */
export const demoKeys: Readonly<Required<Keys>> = {
  personalOwner: 'personal-owner-demo-key',
  personalEditor: 'personal-editor-demo-key',
  serviceAudit: 'service-audit-demo-key',
  tenantOwner: 'tenant-owner-demo-key',
  teamEditor: 'team-editor-demo-key',
  teamViewer: 'team-viewer-demo-key',
  deactivatedUser: 'deactivated-user-demo-key',
};

const neverIssued = 'nobody-knows-this-key';

/** @returns The secret to send, null for none, undefined where the run has no such key. */
export function secretOf(keys: Keys, name: KeyName): string | null | undefined {
  if (name === 'none') return null;
  return name === 'unknown' ? neverIssued : keys[name];
}
