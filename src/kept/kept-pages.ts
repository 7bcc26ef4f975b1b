/** Answers kept by key: those asked for lately as they are sent, some thousands more packed, in bounded memory beside the heap. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';

/** An answer, or what of a board's stands after `"asOf"`, which alone moves on while nothing changes. */
export interface Page {
  readonly version: string;
  readonly etag: string;
  readonly rest: Buffer;
}

const MOST_BYTES = { asSent: 32 * 2 ** 20, packed: 24 * 2 ** 20 };
/** Larger answers are rare and would push out hundreds of others. */
const LARGEST_BYTES = 2 ** 20;
/** A feed becomes a fourth, a board an eighth of its size; unpacking takes about 0.1 ms. */
const PACKED = { level: 1 };

/** zlib answers with a part of a block of 16 KB, all of which would be kept for the sake of a few. */
function exactly(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}

const bytesOf = ({ rest }: Page, key: string): number => rest.length + 2 * key.length;

export class KeptPages {
  private readonly asSent = new LRUCache<string, Page>({ maxSize: MOST_BYTES.asSent, sizeCalculation: bytesOf });
  private readonly packed = new LRUCache<string, Page>({ maxSize: MOST_BYTES.packed, sizeCalculation: bytesOf });

  /** The page as of that version, if it is kept. */
  find(key: string, version: string): Page | undefined {
    const known = this.asSent.get(key);
    if (known?.version === version) return known;
    const small = this.packed.get(key);
    if (small?.version !== version) return undefined;
    const page = { ...small, rest: exactly(inflateRawSync(small.rest)) };
    this.asSent.set(key, page);
    return page;
  }

  keep(key: string, page: Page): void {
    if (page.rest.length > LARGEST_BYTES) return;
    this.asSent.set(key, page);
    this.packed.set(key, { ...page, rest: exactly(deflateRawSync(page.rest, PACKED)) });
  }
}
