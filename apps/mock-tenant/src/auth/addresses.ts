import { BlockList, isIP } from 'node:net';

/** One address or a range of them. */
interface Range {
  address: string;
  family: 'ipv4' | 'ipv6';
  /** Bits that all addresses of the range share. */
  prefix: number;
}

/**
 * Reads an IPv4 or IPv6 address, or a CIDR range such as `203.0.113.0/24`.
 *
 * @returns Undefined where the text is neither.
 */
function readRange(text: string): Range | undefined {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return undefined;
  const most = version === 4 ? 32 : 128;
  const prefix = bits === undefined ? most : Number(bits);
  return prefix > most ? undefined : { address, family: version === 4 ? 'ipv4' : 'ipv6', prefix };
}

export function isAddressOrRange(text: string): boolean {
  return readRange(text) !== undefined;
}

/** Whether every address of `inner` lies in `outer`. Text that is neither address nor range lies nowhere. */
export function coversRange(outer: string, inner: string): boolean {
  const wide = readRange(outer);
  const narrow = readRange(withoutMapping(inner));
  if (!wide || !narrow || wide.family !== narrow.family || wide.prefix > narrow.prefix) return false;
  const list = new BlockList();
  list.addSubnet(wide.address, wide.prefix, wide.family);
  return list.check(narrow.address, narrow.family);
}

/** An IPv4 address as it is written when it comes through an IPv6 socket is that IPv4 address. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
