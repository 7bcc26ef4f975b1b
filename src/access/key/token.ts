/** The writing of a key: `sanji_<prefix>_<secret><checksum>`, so that people and secret scanners know one when they see it. Pure. */
import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PREFIX = { alphabet: BASE62.slice(0, 10) + BASE62.slice(36), length: 8 };
/** 43 letters of 62 are 256 bits. */
const SECRET = { alphabet: BASE62, length: 43 };
const CHECKSUM_LENGTH = 6;

const TOKEN = /^(sanji_([0-9a-z]{8})_[0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;
const BEGINNING = 'sanji_';

export interface NewToken {
  readonly token: string;
  readonly prefix: string;
}

export function newToken(): NewToken {
  const prefix = drawn(PREFIX);
  const body = `${BEGINNING}${prefix}_${drawn(SECRET)}`;
  return { token: `${body}${checksumOf(body)}`, prefix };
}

/** Meant as a key, right or not; session tokens never begin so. */
export const looksLikeKey = (token: string): boolean => token.startsWith(BEGINNING);

/** The prefix of a key that is written right, or undefined: a typing error need not be looked up. */
export function prefixOf(token: string): string | undefined {
  const [, body = '', prefix, checksum] = TOKEN.exec(token) ?? [];
  return checksum !== undefined && checksumOf(body) === checksum ? prefix : undefined;
}

/** What is kept of it. The secret has 256 bits of chance, so that one fast hash is as good as a slow one. */
export const hashOfKey = (token: string): Buffer => createHash('sha256').update(token).digest();

function drawn({ alphabet, length }: { alphabet: string; length: number }): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** CRC-32 in base 62, six digits. */
function checksumOf(body: string): string {
  let rest = crc32(body);
  let digits = '';
  for (let no = 0; no < CHECKSUM_LENGTH; no++) {
    digits = `${BASE62[rest % 62]}${digits}`;
    rest = Math.floor(rest / 62);
  }
  return digits;
}
