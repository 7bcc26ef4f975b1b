/** A free port of the loopback for the embedded server. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { codeOf } from '../kernel/error-code';

/**
 * Taken below the ports that systems give to outgoing connections: a client that keeps knocking at one of those while
 * the server is down can be given the very same port, meet itself and keep the server out.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new Error('No free port was found on 127.0.0.1 between 15000 and 31999.');
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return await new Promise<boolean>((resolve, reject) => {
    probe.once('error', (error) => (codeOf(error) === 'EADDRINUSE' ? resolve(false) : reject(error)));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
