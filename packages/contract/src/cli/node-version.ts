const oldest = [20, 19] as const;

/** @returns Why this Node cannot run the commands, or undefined where it can. */
export function refuseOldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined;
  return `This needs Node ${oldest.join('.')} or newer; this is Node ${version}.`;
}
