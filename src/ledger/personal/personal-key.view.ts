/** The keys of personal data (个人信息密钥), as the system administrator sees them; never a key itself. */
export class PersonalKeyView {
  /** Names the key, does not tell it. @example "9f2c41d0" */
  keyId!: string;
  /** newest 现用: seals; older 已换下: still opens; missing 缺失: holds data and is not given. @example "newest" */
  state!: 'newest' | 'older' | 'missing';
  /** What it holds in your district. @example 1280 */
  records!: number;
  /** Robots and webhook endpoints of your district whose secrets it seals. @example 3 */
  secrets!: number;
  /** Nothing is sealed with it any more, in no district: it may leave SECRETS_KEYS_OLD. @example false */
  mayGo!: boolean;
}

export class PersonalKeys {
  /** The newest first, then those replaced, then those missing. */
  items!: PersonalKeyView[];
}
