/** One deed is one transaction: the clock, the remembered answer, the retries. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock';
import type { Actor } from '../kernel/actor';
import { OutboxHint } from './outbox-hint';
import { recall, remember } from './remembered-answer';

/** Serialization failure, deadlock, lock timeout: the same deed may be tried again. */
const passing = new Set(['40001', '40P01', '55P03']);
const tries = 3;

/** Takes an answer out of a transaction that is rolled back. */
class Undone extends Error {
  constructor(readonly answer: object) {
    super('undone');
  }
}

@Injectable()
export class Deeds {
  private readonly hint: OutboxHint;

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.hint = new OutboxHint(database);
  }

  /**
   * Runs `deed` in one transaction and returns what it answers. With an Idempotency-Key the answer is stored in the
   * same transaction, and a retry gets it back without the deed being done again. The deed must have no side effects
   * outside the transaction: it is tried up to three times.
   */
  async run<T extends object>(actor: Actor, deed: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.transaction(async (tx) => {
      const earlier = await recall<T>(tx, actor);
      if (earlier !== undefined) return earlier;
      const answer = await deed(tx);
      await remember(tx, actor, answer);
      return answer;
    });
  }

  /** What a deed would answer: it is done and undone. */
  async tried<T extends object>(deed: (tx: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.transaction(async (tx) => {
        throw new Undone(await deed(tx));
      });
    } catch (error) {
      if (error instanceof Undone) return error.answer as T;
      throw error;
    }
  }

  /** A transaction without a remembered answer, for deeds that belong to nobody's call. */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        let committed: EntityManager | undefined;
        const answer = await this.database.transaction(async (tx) => {
          committed = tx;
          const moment = this.clock.handedIn;
          if (moment !== null) await tx.query(`select set_config('sanji.now', $1, true)`, [moment.toISOString()]);
          return work(tx);
        });
        if (committed !== undefined) this.hint.committed(committed);
        return answer;
      } catch (error) {
        if (attempt >= tries || !passing.has(codeOf(error))) throw error;
      }
    }
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
