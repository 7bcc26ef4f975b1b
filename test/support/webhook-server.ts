/** A receiver of webhooks, as an integrator builds one: checks the signature by the specification, and may fail. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  createServer,
} from 'node:http';

export interface Received {
  readonly path: string;
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly body: { type: string; timestamp: string; sequence: number | null; data: Record<string, unknown> };
}

/** An answer of the story instead of 204. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** Answers only when the story lets it. */
  readonly until?: Promise<unknown>;
}

export class WebhookServer {
  /** Everything that was heard, whatever was answered. */
  readonly heard: Received[] = [];
  private readonly replies = new Map<string, Reply[]>();
  private readonly always = new Map<string, Reply>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(host = '127.0.0.1', port = 0): Promise<WebhookServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, host, resolve));
    const address = server.address();
    const given = typeof address === 'object' && address !== null ? address.port : 0;
    const receiver = new WebhookServer(server, given);
    server.on('request', (request, response) => receiver.hear(request, response));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The next calls of this path are answered so, in order. */
  next(path: string, ...replies: Reply[]): void {
    this.replies.set(path, [...(this.replies.get(path) ?? []), ...replies]);
  }

  /** Every call of this path is answered so; without a reply: no longer. */
  from(path: string, reply?: Reply): void {
    if (reply === undefined) this.always.delete(path);
    else this.always.set(path, reply);
  }

  at(path: string): Received[] {
    return this.heard.filter((each) => each.path === path);
  }

  numbers(path: string): (number | null)[] {
    return this.at(path).map(({ body }) => body.sequence);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private hear(request: IncomingMessage, response: ServerResponse): void {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url ?? '/';
      const raw = Buffer.concat(parts).toString();
      this.heard.push({
        path,
        id: String(request.headers['webhook-id']),
        headers: request.headers,
        raw,
        body: JSON.parse(raw),
      });
      const reply = this.replies.get(path)?.shift() ?? this.always.get(path) ?? {};
      void (reply.until ?? Promise.resolve()).then(() => {
        response.writeHead(reply.status ?? 204, reply.headers);
        response.end(reply.body);
      });
    });
  }
}

/** As the specification has it: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export function isSigned({ headers, raw }: Received, secret: string, now = Date.now()): boolean {
  const [id, at, given] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(headers[name]));
  if (Math.abs(now / 1000 - Number(at)) > 300) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${at}.${raw}`).digest();
  return (given ?? '').split(' ').some((each) => {
    const [version, signature = ''] = each.split(',');
    const found = Buffer.from(signature, 'base64');
    return version === 'v1' && found.length === expected.length && timingSafeEqual(found, expected);
  });
}
