/** Looks a vendor's host up and refuses addresses inside private networks: a robot is no way into the house. */
import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { reachOf } from '../kernel/reach';

export const isPublic = (address: string): boolean => reachOf(address) === 'public';

type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** For the `lookup` of a request: all addresses a name has must lie in public. */
export function publicLookup(host: string, options: LookupOptions, found: Found): void {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return found(error, []);
    const [first] = addresses;
    const hidden = addresses.find(({ address }) => !isPublic(address));
    if (first === undefined || hidden !== undefined)
      return found(new Error(`${host} lies in a private network (${hidden?.address ?? 'nowhere'})`), []);
    return options.all === true ? found(null, addresses) : found(null, first.address, first.family);
  });
}
