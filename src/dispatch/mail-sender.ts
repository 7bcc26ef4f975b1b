/** Sends mail (邮件) over connections that are kept open; a message keeps its Message-ID however often it is tried. */
import { createTransport } from 'nodemailer';
import type { MailConfig } from '../config';
import { wellSaid } from '../kernel/well-said';
import type { Verdict } from './verdict';

interface Letter {
  readonly id: string;
  readonly target: string;
  readonly subject: string;
  readonly text: string;
}

export class MailSender {
  private readonly transport;

  constructor(private readonly mail: MailConfig) {
    this.transport = createTransport({
      url: mail.url,
      pool: true,
      maxConnections: 4,
      maxMessages: 100,
      maxRequeues: 0, // trying again is our own business
      connectionTimeout: 5_000,
      greetingTimeout: 5_000,
      socketTimeout: 10_000,
      dnsTimeout: 5_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ id, target, subject, text }: Letter): Promise<Verdict> {
    try {
      const { response } = await this.transport.sendMail({
        from: this.mail.from,
        to: { name: '', address: target },
        subject,
        text,
        messageId: `<${id}@${this.mail.from.replace(/^.*@|>$/g, '')}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
      return { kind: 'sent', answer: wellSaid(response) };
    } catch (error) {
      return { kind: isHopeless(error) ? 'hopeless' : 'failed', answer: wellSaid(error) };
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** A recipient who is refused for good (5xx) stays refused; everything else may pass. */
function isHopeless(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'EENVELOPE' &&
    'responseCode' in error &&
    Number(error.responseCode) >= 500
  );
}
