/** Where an address of the network lies (地址范围): in public, inside somebody's network, or where no call may ever go. Pure. */
import { BlockList, isIP } from 'node:net';

type Network = readonly [address: string, bits: number];

/** Unspecified, link-local (with the metadata of clouds), multicast and reserved; the metadata that clouds keep elsewhere. */
const nowhere4: readonly Network[] = [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['100.100.100.200', 32],
  ['192.0.0.192', 32],
  ['224.0.0.0', 3],
];
const nowhere6: readonly Network[] = [
  ['::', 128],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  ['fd00:ec2::', 32],
  ['fd20:ce::', 32],
  ['64:ff9b::a9fe:0', 112],
  ['2002:a9fe::', 32],
];

/** RFC 6890 and its successors. */
const inside4: readonly Network[] = [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
];

/** Of the six only 2000::/3 is given out to the public, and of that not these: protocols, Teredo, documentation, 6to4. */
const inside6: readonly Network[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

function listOf(networks: readonly Network[], kind: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [address, bits] of networks) list.addSubnet(address, bits, kind);
  return list;
}

const lists = {
  nowhere: { 4: listOf(nowhere4, 'ipv4'), 6: listOf(nowhere6, 'ipv6') },
  inside: { 4: listOf(inside4, 'ipv4'), 6: listOf(inside6, 'ipv6') },
  public6: listOf([['2000::', 3]], 'ipv6'),
};

/** public: may be called · inside: a private network, this machine, or no place that is given out · nowhere: never. */
export type Reach = 'public' | 'inside' | 'nowhere';

/** What is no address lies nowhere. */
export function reachOf(address: string): Reach {
  const [bare = ''] = address.split('%');
  const family = isIP(bare);
  if (family === 4) return reachOf4(bare);
  if (family !== 6) return 'nowhere';
  // a list of IPv4 networks knows its addresses in the writing of IPv6 too (::ffff:169.254.169.254)
  if (lists.nowhere[4].check(bare, 'ipv6')) return 'nowhere';
  if (lists.nowhere[6].check(bare, 'ipv6')) return 'nowhere';
  return lists.public6.check(bare, 'ipv6') && !lists.inside[6].check(bare, 'ipv6') ? 'public' : 'inside';
}

function reachOf4(address: string): Reach {
  if (lists.nowhere[4].check(address, 'ipv4')) return 'nowhere';
  return lists.inside[4].check(address, 'ipv4') ? 'inside' : 'public';
}
