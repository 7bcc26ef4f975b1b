/** A mail server of the outside world: takes letters, or refuses as it is told. */
import { SMTPServer } from 'smtp-server';

export interface Letter {
  readonly to: string;
  readonly raw: string;
}

export class MailServer {
  readonly letters: Letter[] = [];
  /** What the next recipients are told: an SMTP code, or nothing. */
  readonly refusals: number[] = [];
  /** Milliseconds before a letter is accepted. */
  slowness = 0;

  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
  ) {}

  static async open(): Promise<MailServer> {
    // eslint-disable-next-line prefer-const -- the server's callbacks know the mail server that knows the server
    let mail: MailServer;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo(_, __, done) {
        const code = mail.refusals.shift();
        done(code === undefined ? null : Object.assign(new Error('refused by the story'), { responseCode: code }));
      },
      onData(stream, session, done) {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          setTimeout(() => {
            const to = session.envelope.rcptTo[0]?.address ?? '';
            mail.letters.push({ to, raw: Buffer.concat(parts).toString() });
            done(null, 'queued by the story');
          }, mail.slowness);
        });
      },
    });
    const port = await new Promise<number>((resolve) => {
      const listening = server.listen(0, '127.0.0.1', () => {
        const address = listening.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    mail = new MailServer(server, `smtp://127.0.0.1:${port}`);
    return mail;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
