/** The networks from which a key may be used (网段), as CIDR. Pure. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** `10.1.0.0/16`, `2001:db8::/32`, or one address; undefined where it is none. A host part is not taken for a typing error. */
export function networkOf(text: string): string | undefined {
  const [address = '', length, ...more] = text.trim().toLowerCase().split('/');
  const bits = isIPv4(address) ? 32 : isIPv6(address) && !address.includes('%') ? 128 : 0;
  if (bits === 0 || more.length > 0) return undefined;
  if (length === undefined) return `${address}/${bits}`;
  return /^(0|[1-9]\d{0,2})$/.test(length) && Number(length) <= bits ? `${address}/${length}` : undefined;
}

/** Whether an address lies in one of the networks; an empty list lets everybody in. */
export function isFrom(networks: readonly string[], address: string): boolean {
  if (networks.length === 0) return true;
  const family = familyOf(address);
  if (family === undefined) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [net = '', length] = network.split('/');
    const kind = familyOf(net);
    if (kind !== undefined) list.addSubnet(net, Number(length), kind);
  }
  return list.check(address, family);
}

const familyOf = (address: string): 'ipv4' | 'ipv6' | undefined =>
  isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined;
