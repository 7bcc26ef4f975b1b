/** The key ring (密钥环): seals what is secret with the newest key, opens it with any, and finds it by keyed digests. */
import { createHmac, hkdfSync } from 'node:crypto';
import type { Config } from '../config';
import { Sealing, secretsOf } from './sealing';

export interface Sealed {
  readonly keyId: string;
  readonly sealed: Buffer;
  /** HMAC of the value: the same value has the same digest under the same key. */
  readonly digest: Buffer;
}

interface Key {
  readonly id: string;
  readonly sealing: Sealing;
  readonly digestKey: Buffer;
}

export class KeyRing {
  private readonly keys: readonly [Key, ...Key[]];

  /** The newest first. Each purpose has keys of its own, made of the same secrets. */
  constructor([newest, ...older]: readonly [string, ...string[]], purpose = 'personal data') {
    this.keys = [keyOf(newest, purpose), ...older.map((secret) => keyOf(secret, purpose))];
  }

  get newest(): string {
    return this.keys[0].id;
  }

  /** Ids of the keys that were replaced. */
  get older(): string[] {
    return this.keys.slice(1).flatMap(({ id }) => (id === this.newest ? [] : [id]));
  }

  /** `owner` names the row and the field: what is sealed for one opens in no other. */
  seal(text: string, owner: string): Sealed {
    const [{ id, sealing, digestKey }] = this.keys;
    return { keyId: id, sealed: sealing.seal(text, owner), digest: digestOf(digestKey, text) };
  }

  /** Throws when no key of the ring fits, or when it was sealed for something else. */
  open({ keyId, sealed }: Pick<Sealed, 'keyId' | 'sealed'>, owner: string): string {
    const key = this.keys.find(({ id }) => id === keyId);
    if (key === undefined) throw new Error(`No key ${keyId}: give the key that was replaced in SECRETS_KEYS_OLD.`);
    return key.sealing.open(sealed, owner);
  }

  /** As `open`; null where it cannot be opened, whatever the reason. */
  opened(piece: Pick<Sealed, 'keyId' | 'sealed'>, owner: string): string | null {
    try {
      return this.open(piece, owner);
    } catch {
      return null; // the answer to the question: the caller says which piece it is
    }
  }

  /** Under every key, for what was sealed before the newest came. */
  digests(text: string): Buffer[] {
    return this.keys.map(({ digestKey }) => digestOf(digestKey, text));
  }
}

export const ringOf = (config: Pick<Config, 'secretsKey' | 'oldSecretsKeys' | 'dataDir'>, purpose?: string): KeyRing =>
  new KeyRing(secretsOf(config), purpose);

function keyOf(secret: string, purpose: string): Key {
  const derived = (what: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `sanji: ${what}`, length));
  return {
    id: derived('name of a key', 4).toString('hex'),
    sealing: new Sealing(secret, purpose),
    digestKey: derived(`digests of ${purpose}`, 32),
  };
}

const digestOf = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
