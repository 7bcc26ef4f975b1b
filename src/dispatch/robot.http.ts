/** One call of a robot: no redirects, ten seconds at most, and no more of the answer than is worth reading. */
import { type RequestOptions, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { publicLookup } from './public-lookup';
import type { RobotCall } from './robot-protocols';

const DEADLINE_MS = 10_000;
const MOST_BYTES = 16 * 1024;

/** `own`: a place the installation allows itself, which may lie in the house's network. */
export function callRobot(
  { address, body }: RobotCall,
  own: boolean,
  deadline = DEADLINE_MS,
): Promise<{ status: number; body: string }> {
  const content = Buffer.from(JSON.stringify(body));
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': content.length },
    signal: AbortSignal.timeout(deadline),
    ...(own ? {} : { lookup: publicLookup }),
  };
  return new Promise((resolve, reject) => {
    const send = address.startsWith('http:') ? plain : secure;
    const call = send(address, options, (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      const end = (): void => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() });
      answer.on('data', (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size > MOST_BYTES) {
          end();
          answer.destroy();
        }
      });
      answer.on('end', end);
      answer.on('error', reject);
    });
    call.on('error', reject);
    call.end(content);
  });
}
