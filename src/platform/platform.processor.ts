/** The one door from the queue: applies a batch at once, or row by row when one of them is bad. */
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Batch } from '../events/envelope';
import { wellSaid } from '../kernel/well-said';
import { type AlsoTell, applyBatch } from './apply';
import { byCall } from './by-call';

/** After so many failures of its own a row is parked, alarmed, and blocks nobody. */
export const TRIES = 12;

/** The database is away, stops or is busy: nobody's fault, the job comes again. */
const passing = /^(08|57|53|40|55P03|25P0)/;

export class PlatformProcessor {
  private readonly log = new Logger('PlatformProcessor');

  constructor(
    private readonly database: DataSource,
    private readonly also?: AlsoTell,
  ) {}

  async process({ seqs, lease }: Batch): Promise<void> {
    try {
      await this.apply(seqs, lease);
    } catch (error) {
      if (isPassing(error)) throw clean(error);
      for (const seq of seqs) await this.single(seq);
      // those that failed wait for their own turn
      await this.apply([], lease).catch((problem: unknown) => Promise.reject(clean(problem)));
    }
  }

  private async apply(seqs: readonly number[], lease?: string): Promise<void> {
    const closed = await applyBatch(this.database, seqs, { also: this.also, lease });
    for (const arrival of byCall(closed, Date.now())) this.log.log(arrival);
  }

  private async single(seq: number): Promise<void> {
    try {
      await this.apply([seq]);
    } catch (error) {
      if (isPassing(error)) throw clean(error);
      const [row]: { attempts: number; name: string; requestId: string | null }[] = await this.database.query(
        `with failed as (
           update outbox_message set attempts = attempts + 1, last_error = $2,
             leased_until = now() + make_interval(secs => least(600, 2 ^ attempts)),
             parked_at = case when attempts + 1 >= ${TRIES} then now() end
           where seq = $1 and projected_at is null returning attempts, name, request_id as "requestId")
         select * from failed`,
        [seq, wellSaid(error)],
      );
      if (row === undefined) return;
      const { attempts, name, requestId } = row;
      const words = `Announcement ${seq} (${name}) failed for the ${attempts}. time: ${wellSaid(error)}`;
      const line = { requestId, seq, event: name, attempts };
      if (attempts >= TRIES) this.log.error({ ...line, msg: `${words} It is parked until it is re-driven.` });
      else this.log.warn({ ...line, msg: words });
    }
  }
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    passing.test(code) ||
    /^E[A-Z]+$/.test(code) ||
    /terminated|timeout|not connected|AlreadyReleased/i.test(error.message)
  );
}

/** An error message with NUL would leave the job hanging. */
function clean(error: unknown): Error {
  return new Error(wellSaid(error));
}
