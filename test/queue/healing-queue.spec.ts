/** A queue whose store was away when it began takes jobs as soon as the store is there. */
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { queueBackend } from '../../src/queue/queue-backend';
import { jobRules } from '../../src/queue/queues';
import { freshDatabase } from '../support/database';
import { eventually } from '../support/eventually';

/** Stands before the database: at first it hangs up on everybody. */
async function proxy(target: URL): Promise<{ server: Server; port: number; open(): void }> {
  let isOpen = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => undefined);
    if (!isOpen) {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port, open: () => (isOpen = true) };
}

it('a queue whose store hung up at first takes jobs once the store is back', async () => {
  const { url, drop } = await freshDatabase();
  const gate = await proxy(new URL(url));
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(gate.port);
  const queue = queueBackend(undefined, through.toString()).queue<{ seqs: number[] }>('platform', () => undefined);
  await expect(queue.add('batch', { seqs: [1] }, jobRules)).rejects.toThrow();
  gate.open();
  await eventually(() => queue.add('batch', { seqs: [1] }, jobRules));
  await queue.close();
  gate.server.close();
  await drop();
});
