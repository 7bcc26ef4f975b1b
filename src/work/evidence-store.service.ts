/** Evidence on the disk: streamed under its SHA-256, the same bytes once, never whole in memory. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, readdir, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config';
import { DomainError } from '../kernel/errors';
import { mediaTypeOf } from './media-type';

export interface Stored {
  sha256: string;
  size: number;
  mediaType: string;
}

const PASSING = 'passing';

@Injectable()
export class EvidenceStore {
  private readonly folder: string;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.folder = join(config.dataDir, 'evidence');
  }

  /** Writes the stream to disk and answers what it is; `passing`: kept for a while only, under this id. Errors: evidence.noSpace (507), evidence.tooLarge, evidence.type. */
  async store(
    bytes: Readable & { truncated?: boolean },
    name: string,
    passing?: string,
    most = this.config.evidence.maxBytes,
  ): Promise<Stored> {
    const incoming = join(this.folder, 'incoming');
    await mkdir(incoming, { recursive: true });
    await this.requireSpace(most);
    const arriving = join(incoming, randomUUID());
    try {
      const { sha256, size } = await this.write(bytes, arriving);
      if (bytes.truncated === true) throw tooLarge(most);
      const mediaType = await mediaTypeOf(arriving, name);
      const home = this.place(sha256, passing);
      await mkdir(join(home, '..'), { recursive: true });
      await rename(arriving, home);
      return { sha256, size, mediaType };
    } finally {
      await rm(arriving, { force: true });
    }
  }

  async open(sha256: string): Promise<Readable> {
    const place = this.place(sha256);
    await access(place);
    return createReadStream(place);
  }

  /** Where the bytes lie. */
  place(sha256: string, passing?: string): string {
    if (passing !== undefined) return join(this.folder, PASSING, passing, sha256);
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  /** Takes away what was kept for a while under this id. */
  async forget(passing: string): Promise<void> {
    await rm(join(this.folder, PASSING, passing), { recursive: true, force: true });
  }

  /** What is kept for a while, by its ids. */
  async passing(): Promise<string[]> {
    await mkdir(join(this.folder, PASSING), { recursive: true });
    return readdir(join(this.folder, PASSING));
  }

  private async write(bytes: Readable, to: string): Promise<{ sha256: string; size: number }> {
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    await pipeline(bytes, measure, createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true }));
    return { sha256: hash.digest('hex'), size };
  }

  private async requireSpace(most: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.folder);
    if (bavail * bsize > this.config.evidence.minFreeBytes + most) return;
    throw new DomainError('no-space', 'evidence.noSpace', {
      zh: '服务器存储空间不足，暂时不能上传，请联系系统管理员。',
      en: 'The server is short of space for evidence: tell the system administrator.',
    });
  }
}

function tooLarge(bytes: number): DomainError {
  const most = Math.floor(bytes / 1024 / 1024);
  return new DomainError('too-large', 'evidence.tooLarge', {
    zh: `单个文件不能超过 ${most} MB。`,
    en: `A file may have at most ${most} MB.`,
  });
}
