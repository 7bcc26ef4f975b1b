/** A `pg` whose pool never hands on a connection with an open transaction or an unfinished statement: it destroys it. */
import pg from 'pg';
import { preparedName } from '../kernel/prepared';
import { WAITED } from './watched-pool';

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, release: Release) => void;
type Release = (reason?: Error | boolean) => void;

/**
 * A client that comes back in the middle of a transaction would carry it into the next user's COMMIT: what was answered
 * with an error would be stored after all. The server undoes the transaction when its connection goes.
 */
class SafePool extends pg.Pool {
  constructor(options: pg.PoolConfig) {
    super({ ...options, Client: PreparingClient });
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    const begun = performance.now();
    const waited = (): void => void this.emit(WAITED, (performance.now() - begun) / 1000);
    if (callback === undefined) {
      return super
        .connect()
        .finally(waited)
        .then((client) => guarded(client));
    }
    super.connect((error, client, release) => {
      waited();
      if (client === undefined) callback(error, client, release);
      else callback(error, guarded(client), (reason) => client.release(reason));
    });
  }
}

/** Keeps the statements that are registered as prepared; all others are parsed each time. */
class PreparingClient extends pg.Client {
  // the many forms of `query` are pg's: only a text with its values is looked at
  override query(...given: unknown[]): never {
    const [text, values, ...rest] = given;
    const name = typeof text === 'string' ? preparedName(text) : undefined;
    const ask = super.query.bind(this) as (...all: unknown[]) => never;
    return name === undefined ? ask(...given) : ask({ name, text, values }, ...rest);
  }
}

/** To be handed to the `driver` option of TypeORM. */
export const safePg = { ...pg, Pool: SafePool, Client: PreparingClient };

/** The pool gives the client a new `release` each time it lends it out. */
function guarded(client: pg.PoolClient): pg.PoolClient {
  const release = client.release.bind(client);
  client.release = (reason) => release(reason || unfinished(client));
  return client;
}

function unfinished(client: pg.PoolClient): Error | undefined {
  const { readyForQuery } = client as { readyForQuery?: boolean };
  const status = client.getTransactionStatus();
  if (status === 'I' && readyForQuery === true) return undefined;
  return new Error(`A connection was given back unfinished (transaction status ${status}) and is closed`);
}
