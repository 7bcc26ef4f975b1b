/** A program of an integrator: it knows an address and a key, speaks HTTP and nothing else, and waits when it is told to. */
import type { Response } from 'supertest';

/** Looked at as the answers of supertest are. */
type Any = Response['body'];

export interface Answer<T = Any> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface Sent {
  readonly body?: unknown;
  /** Said as it is, of this kind; JSON when left out. */
  readonly type?: string;
  readonly headers?: Record<string, string>;
}

export class Program {
  /** How many seconds it was told to wait, each time. */
  readonly waits: number[] = [];

  constructor(
    private readonly url: string,
    public key: string,
    /** Lets so many seconds go by. */
    private readonly wait: (seconds: number) => Promise<unknown>,
  ) {}

  async call<T = Any>(method: string, path: string, { body, type, headers }: Sent = {}): Promise<Answer<T>> {
    for (;;) {
      const answer = await fetch(`${this.url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.key}`,
          ...(body === undefined ? {} : { 'content-type': type ?? 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (answer.status !== 429) {
        const isJson = /json/.test(answer.headers.get('content-type') ?? '') && text !== '';
        return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as T };
      }
      const seconds = Number(answer.headers.get('retry-after'));
      if (!(seconds >= 1)) throw new Error(`429 without Retry-After: ${text}`);
      this.waits.push(seconds);
      await this.wait(seconds);
    }
  }

  /** The same, where only these answers are right. */
  async must<T = Any>(statuses: number | number[], method: string, path: string, sent?: Sent): Promise<Answer<T>> {
    const answer = await this.call<T>(method, path, sent);
    if (![statuses].flat().includes(answer.status))
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  }
}
