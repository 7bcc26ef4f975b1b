/** The robots of the outside world: speaks as 企业微信, 钉钉 and 飞书 do, and checks what they check. */
import { createHmac } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';

export interface Told {
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** An answer of the story instead of the robot's own. */
export type Instead = { status?: number; body?: object; headers?: Record<string, string>; hang?: boolean };

const sign = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');
const fresh = (milliseconds: number): boolean => Math.abs(Date.now() - milliseconds) < 3_600_000;

export class RobotServer {
  readonly told: Told[] = [];
  /** Answers for the next calls, in order. */
  readonly instead: Instead[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
    private readonly secret: string,
  ) {}

  /** `secret`: what 钉钉 and 飞书 sign with. */
  static async open(secret: string): Promise<RobotServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const robots = new RobotServer(server, `http://127.0.0.1:${port}`, secret);
    server.on('request', (request, response) => robots.hear(request, response));
    return robots;
  }

  /** The words a group has read, in order. */
  words(path: string): string[] {
    return this.told
      .filter((each) => each.path.startsWith(path))
      .map(({ body }) => JSON.stringify(body['text'] ?? body['content']));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private hear(request: IncomingMessage, response: ServerResponse): void {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', this.url);
      const body = JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>;
      const instead = this.instead.shift();
      if (instead?.hang === true) return;
      const answer = instead?.body ?? this.answer(url, body);
      if (instead === undefined && Object.values(answer)[0] === 0) this.told.push({ path: url.pathname, body });
      response.writeHead(instead?.status ?? 200, { 'content-type': 'application/json', ...instead?.headers });
      response.end(JSON.stringify(answer));
    });
  }

  private answer(url: URL, body: Record<string, unknown>): object {
    if (url.pathname.startsWith('/cgi-bin/webhook/send'))
      return url.searchParams.get('key') === 'right'
        ? { errcode: 0, errmsg: 'ok' }
        : { errcode: 93_000, errmsg: 'invalid webhook url' };
    if (url.pathname.startsWith('/robot/send')) {
      const timestamp = url.searchParams.get('timestamp') ?? '';
      const right = sign(this.secret, `${timestamp}\n${this.secret}`);
      return fresh(Number(timestamp)) && url.searchParams.get('sign') === right
        ? { errcode: 0, errmsg: 'ok' }
        : { errcode: 310_000, errmsg: 'sign not match' };
    }
    const right = sign(`${String(body['timestamp'])}\n${this.secret}`, '');
    return fresh(Number(body['timestamp']) * 1000) && body['sign'] === right
      ? { code: 0, data: {}, msg: 'success' }
      : { code: 19_021, data: {}, msg: 'sign match fail or timestamp is not within one hour from current time' };
  }
}
