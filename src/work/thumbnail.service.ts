/** Small pictures of evidence: made when first asked for, kept beside the files, never the picture as it was sent. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config';
import { codeOf } from '../kernel/error-code';
import { NotFound } from '../kernel/errors';
import { EvidenceStore } from './evidence-store.service';

const SIDE = { width: 480, height: 360 };
/** Larger is no photograph but an attack on the memory. */
const MOST_PIXELS = 120_000_000;

export interface Thumbnail {
  bytes: Readable;
  size: number;
}

@Injectable()
export class Thumbnails {
  private readonly folder: string;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(EvidenceStore) private readonly store: EvidenceStore,
  ) {
    this.folder = join(config.dataDir, 'thumbnails');
  }

  /** WebP, at most 480 × 360, upright. Errors: notFound where the bytes are no picture. */
  async open(sha256: string): Promise<Thumbnail> {
    const place = join(this.folder, sha256.slice(0, 2), `${sha256}.webp`);
    const size = (await sizeOf(place)) ?? (await this.make(sha256, place));
    return { bytes: createReadStream(place), size };
  }

  private async make(sha256: string, place: string): Promise<number> {
    // only who looks at pictures pays for loading it
    const { default: sharp } = await import('sharp');
    const arriving = `${place}.${randomUUID()}`;
    await mkdir(join(place, '..'), { recursive: true });
    try {
      const picture = sharp(this.store.place(sha256), { limitInputPixels: MOST_PIXELS, sequentialRead: true });
      await picture
        .rotate()
        .resize({ ...SIDE, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 72 })
        .toFile(arriving);
      await rename(arriving, place);
    } catch (error) {
      // what cannot be read as a picture has no small one
      if (codeOf(error) === undefined) throw new NotFound();
      throw error;
    } finally {
      await rm(arriving, { force: true });
    }
    return (await stat(place)).size;
  }
}

async function sizeOf(place: string): Promise<number | undefined> {
  try {
    return (await stat(place)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
