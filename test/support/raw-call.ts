/** A call as bytes: what a client library would tidy up is sent as it stands. */
import { Agent, request } from 'node:http';
import type { Response } from 'supertest';

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

export interface RawCall {
  readonly method: string;
  /** With its query, escaped. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

export type RawAnswer = Pick<Response, 'status' | 'type' | 'text' | 'body'> & { readonly etag: string | undefined };

export function rawCall(url: string, { method, address, headers, body }: RawCall): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(body.length) };
    const options = { agent, method: method.toUpperCase(), headers: { ...headers, ...length } };
    const call = request(`${url}${address}`, options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('error', reject);
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const type = (answer.headers['content-type'] ?? '').split(';')[0] ?? '';
        const parsed: unknown = /[/+]json$/.test(type) ? JSON.parse(text) : {};
        resolve({ status: answer.statusCode ?? 0, type, text, body: parsed, etag: answer.headers.etag });
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}
