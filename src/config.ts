/** The environment as one typed object, checked once at start; every wrong variable is named at once. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Which half of the house this process is. */
export type Role = 'api' | 'worker' | 'all';
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface Config {
  readonly role: Role;
  readonly host: string;
  /** 0 asks for any free port. */
  readonly port: number;
  /** Absolute path; holds the evidence and, without `databaseUrl`, the embedded database. */
  readonly dataDir: string;
  /** Absent: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl?: string;
  readonly databasePool: number;
  /** Absent: the queue lives in the same PostgreSQL database. */
  readonly queueUrl?: string;
  /** Installations that share one Redis keep apart by it. */
  readonly queuePrefix: string;
  readonly demo: boolean;
  /** 区总工会 that is created at the first start when `demo` is off. */
  readonly districtName: string;
  readonly trustProxy: boolean;
  readonly logLevel: LogLevel;
  readonly evidence: EvidenceLimits;
  /** Absent: mail is not set up, and none is made. */
  readonly mail?: MailConfig;
  /** Where robots may be called besides the vendors' own hosts: origins, also inside the house's network. */
  readonly robotOrigins: readonly string[];
  /** Seals the keys of robots and personal data; absent: a key made once in `dataDir`. */
  readonly secretsKey?: string;
  /** Keys that were replaced by `secretsKey`: what they sealed still opens. */
  readonly oldSecretsKeys: readonly string[];
  /** Where browsers reach the platform, without a slash at the end; the Origin header is compared with it. */
  readonly publicUrl?: string;
  /** Who shows it may read `/metrics` from anywhere. */
  readonly metricsToken?: string;
}

/** 佐证材料: what may be uploaded. */
export interface EvidenceLimits {
  /** Bytes of one file. */
  readonly maxBytes: number;
  /** Files of one report. */
  readonly maxFiles: number;
  /** Bytes that must stay free on the disk. */
  readonly minFreeBytes: number;
}

/** 邮件: how it is sent. */
export interface MailConfig {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  /** Whose name stands on it, `noreply@example.org` or `平台 <noreply@example.org>`. */
  readonly from: string;
  /** Mails a minute, by all workers together. */
  readonly perMinute: number;
}

export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

type Environment = Record<string, string | undefined>;

const MEBIBYTE = 1024 * 1024;
const MAIL_FROM = /^(?:[^<>\p{C}]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u;
const ROLES = ['api', 'worker', 'all'] as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export function loadConfig(env: Environment): Config {
  const read = new Reader(env);
  const databaseUrl = read.url('DATABASE_URL', ['postgres', 'postgresql']);
  const queueUrl = read.url('QUEUE_URL', ['redis', 'rediss', 'postgres', 'postgresql']);
  const publicUrl = read.url('PUBLIC_URL', ['http', 'https'])?.replace(/\/+$/, '');
  const mail = read.mail();
  const secretsKey = read.secret('SECRETS_KEY', 16);
  const metricsToken = read.secret('METRICS_TOKEN', 16);
  read.authorities('NODE_EXTRA_CA_CERTS');
  const config: Config = {
    role: read.oneOf('ROLE', ROLES, 'all'),
    host: read.matching('HOST', /^[\w.:%-]+$/, 'a host name or an IP address', '127.0.0.1'),
    port: read.integer('PORT', 0, 65_535, 3000),
    dataDir: resolve(read.matching('DATA_DIR', /^[^\0]+$/, 'the path of a folder', './.data')),
    databasePool: read.integer('DATABASE_POOL', 1, 50, 4),
    queuePrefix: read.matching(
      'QUEUE_PREFIX',
      /^[\w-]{1,40}$/,
      'up to 40 letters, digits, hyphens or underscores',
      'sanji',
    ),
    demo: read.oneOf('DEMO', ['on', 'off'], 'on') === 'on',
    districtName: read.name('DISTRICT_NAME', 100, '示范区总工会'),
    trustProxy: read.oneOf('TRUST_PROXY', ['on', 'off'], 'off') === 'on',
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'warn'),
    evidence: {
      maxBytes: read.integer('EVIDENCE_MAX_MB', 1, 1024, 20) * MEBIBYTE,
      maxFiles: read.integer('EVIDENCE_MAX_FILES', 1, 1000, 20),
      minFreeBytes: read.integer('EVIDENCE_MIN_FREE_MB', 0, 100_000_000, 200) * MEBIBYTE,
    },
    robotOrigins: read.origins('ROBOT_HOSTS'),
    oldSecretsKeys: read.secrets('SECRETS_KEYS_OLD', 16),
    ...(mail === undefined ? {} : { mail }),
    ...(secretsKey === undefined ? {} : { secretsKey }),
    ...(metricsToken === undefined ? {} : { metricsToken }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(queueUrl === undefined ? {} : { queueUrl }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
  };
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return config;
}

/** Reads variables one by one, answers the default for a wrong one and remembers why it was wrong. */
class Reader {
  readonly problems: string[] = [];

  constructor(private readonly env: Environment) {}

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const text = this.text(name);
    if (text === undefined) return fallback;
    return allowed.find((each) => each === text) ?? this.wrong(name, text, `one of ${allowed.join(', ')}`, fallback);
  }

  integer(name: string, least: number, most: number, fallback: number): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    return this.wrong(name, text, `a whole number from ${least} to ${most}`, fallback);
  }

  matching(name: string, pattern: RegExp, meaning: string, fallback: string): string {
    const text = this.text(name);
    if (text === undefined) return fallback;
    return pattern.test(text) ? text : this.wrong(name, text, meaning, fallback);
  }

  name(name: string, longest: number, fallback: string): string {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const tidy = text.normalize('NFC').trim();
    const length = Array.from(tidy).length;
    if (length >= 1 && length <= longest && !/[\p{C}\p{Zl}\p{Zp}]/u.test(tidy)) return tidy;
    return this.wrong(name, text, `a name of 1 to ${longest} characters without control characters`, fallback);
  }

  url(name: string, schemes: readonly string[]): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1))) return text;
    return this.wrong(
      name,
      text,
      `a URL that starts with ${schemes.map((each) => `${each}://`).join(', ')}`,
      undefined,
    );
  }

  /** MAIL_FROM belongs to SMTP_URL: without it no server would take the mail. */
  mail(): MailConfig | undefined {
    const url = this.url('SMTP_URL', ['smtp', 'smtps']);
    const from = this.matching('MAIL_FROM', MAIL_FROM, 'an address, or a name and an <address>', '');
    const perMinute = this.integer('MAIL_PER_MINUTE', 1, 1_000, 120);
    if (url === undefined) return undefined;
    if (from === '' && this.text('MAIL_FROM') === undefined)
      this.problems.push('MAIL_FROM is missing: say from which address mail is sent by SMTP_URL.');
    return { url, from, perMinute };
  }

  /** Node itself trusts them for every call by TLS, and passes over a file that it cannot read with a mere warning. */
  authorities(name: string): void {
    const text = this.text(name);
    if (text === undefined) return;
    try {
      const found = readFileSync(text, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
      if (found !== null && found.every((each) => new X509Certificate(each).ca)) return;
    } catch {
      // said below: not there, not readable, or no certificate
    }
    this.wrong(name, text, 'a readable file with certificates of authorities (PEM)', undefined);
  }

  /** With commas between them. */
  origins(name: string): readonly string[] {
    const text = this.text(name);
    if (text === undefined) return [];
    const given = text.split(',').map((each) => each.trim().replace(/\/$/, ''));
    const right = given.every((each) => /^https?:/.test(each) && URL.canParse(each) && new URL(each).origin === each);
    return right ? given : this.wrong(name, text, 'origins like https://robots.example.cn, with commas between', []);
  }

  /** Never repeated in a message. */
  secret(name: string, least: number): string | undefined {
    const text = this.text(name);
    if (text === undefined || text.length >= least) return text;
    return this.wrong(name, '***', `at least ${least} characters long`, undefined);
  }

  /** With commas between them. */
  secrets(name: string, least: number): readonly string[] {
    const given = this.text(name)?.split(',') ?? [];
    if (given.every((each) => each.length >= least)) return given;
    return this.wrong(name, '***', `keys of at least ${least} characters each, with commas between`, []);
  }

  /** An empty variable counts as not set. */
  private text(name: string): string | undefined {
    return this.env[name] || undefined;
  }

  private wrong<T>(name: string, text: string, meaning: string, fallback: T): T {
    this.problems.push(`${name} is ${JSON.stringify(withoutPassword(text))} but must be ${meaning}.`);
    return fallback;
  }
}

function withoutPassword(text: string): string {
  return text.replace(/^([a-z+]*:?\/{0,2}[^:@/]*):.*@/i, '$1:***@').replace(/([?&]password=)[^&]*/gi, '$1***');
}

/** Under this name the configuration is handed to those who need it. */
export const CONFIG = Symbol('CONFIG');
