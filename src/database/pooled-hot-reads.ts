/** The pool behind what is asked most: plans are kept, nothing can be written, and slow work elsewhere takes none of its places. */
import { Logger } from '@nestjs/common';
import { HotReads } from '../kernel/hot-reads';
import { preparedName } from '../kernel/prepared';
import { wellSaid } from '../kernel/well-said';
import { connectionOptions } from './session-settings';
import { safePg } from './safe-pg';

/** More than two are no faster on a few cores. */
const CONNECTIONS = 2;
/** The desk's plan alone takes ten times as long to make as to carry out. */
const SETTINGS = '-c plan_cache_mode=force_generic_plan -c default_transaction_read_only=on';

export class PooledHotReads extends HotReads {
  private readonly log = new Logger('HotReads');
  private readonly pool;

  constructor(url: string) {
    super();
    const options = connectionOptions(url, { max: CONNECTIONS, applicationName: 'sanji-reads' });
    this.pool = new safePg.Pool({ ...options, options: `${options.options ?? ''} ${SETTINGS}`.trim() });
    // an idle connection that ends is replaced by the next question
    this.pool.on('error', (error) => this.log.warn(`A connection ended: ${wellSaid(error)}`));
  }

  async ask<Row>(statement: string, values: readonly unknown[]): Promise<Row[]> {
    if (preparedName(statement) === undefined) throw new Error('Only prepared statements are asked here.');
    const { rows } = await this.pool.query(statement, [...values]);
    return rows as Row[];
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}
