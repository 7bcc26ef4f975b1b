/** Keeps what is secret sealed in the database, the keys of robots and personal data: AES-256-GCM, bound to its row. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomFillSync } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config';
import { codeOf } from '../kernel/error-code';

const NONCE = 12;
/** Drawn from the system at once: to ask it for each would cost more than the sealing. */
const NONCES = 256;
const TAG = 16;

/** What the keys of robots are sealed for. */
export const ROBOT_KEYS = 'keys of robots';

export class Sealing {
  private readonly key: Buffer;
  private readonly random = Buffer.alloc(NONCE * NONCES);
  private used = NONCES;

  /** Each purpose has a key of its own, made of the same secret. */
  constructor(secret: string, purpose = ROBOT_KEYS) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', `sanji: ${purpose}`, 32));
  }

  /** `owner`: the row's id; what is sealed for one row opens in no other. */
  seal(text: string, owner: string): Buffer {
    const nonce = this.nonce();
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Random bytes that were given to nobody else. */
  private nonce(): Buffer {
    if (this.used === NONCES) {
      randomFillSync(this.random);
      this.used = 0;
    }
    const from = NONCE * this.used++;
    return Buffer.from(this.random.subarray(from, from + NONCE));
  }

  /** Throws when it was sealed with another key or for another row. */
  open(sealed: Buffer, owner: string): string {
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE))
      .setAAD(Buffer.from(owner))
      .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  }
}

/** Seals with the newest secret and opens with any of them: a robot goes on when a key is replaced. */
export class Sealings {
  private readonly all: readonly [Sealing, ...Sealing[]];

  constructor([newest, ...older]: readonly [string, ...string[]]) {
    this.all = [new Sealing(newest), ...older.map((secret) => new Sealing(secret))];
  }

  seal(text: string, owner: string): Buffer {
    return this.all[0].seal(text, owner);
  }

  /** Throws when none of them sealed it, or it was sealed for another row. */
  open(sealed: Buffer, owner: string): string {
    let wrong: unknown;
    for (const each of this.all) {
      try {
        return each.open(sealed, owner);
      } catch (error) {
        wrong ??= error; // an older one may have sealed it
      }
    }
    throw wrong;
  }
}

/** With SECRETS_KEY, or with a key of its own that is made once and lies in DATA_DIR beside the evidence. */
export const sealingsOf = (config: Secrets): Sealings => new Sealings(secretsOf(config));

type Secrets = Pick<Config, 'secretsKey' | 'oldSecretsKeys' | 'dataDir'>;

/** The secret that seals now, and those that still open: replaced ones, and the one in DATA_DIR from before there was a SECRETS_KEY. */
export function secretsOf({ secretsKey, oldSecretsKeys, dataDir }: Secrets): [string, ...string[]] {
  const made = join(dataDir, 'secrets.key');
  const kept = existsSync(made) ? [readFileSync(made, 'utf8')] : [];
  return secretsKey === undefined ? [keyIn(dataDir), ...oldSecretsKeys] : [secretsKey, ...oldSecretsKeys, ...kept];
}

/** Several processes may start at once: the key appears whole, and the first one stays. */
function keyIn(dataDir: string): string {
  const file = join(dataDir, 'secrets.key');
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}
