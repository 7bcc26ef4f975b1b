/** The hint that something was announced: so that the relay need not look all the time. Sent after the commit, many as one. */
import type { DataSource, EntityManager } from 'typeorm';
import { laterOnDisk } from '../kernel/later-on-disk';

export const OUTBOX_CHANNEL = 'sanji_outbox';

const announcing = new WeakSet<EntityManager>();

/** Said by whoever announces within a transaction. */
export const announcedIn = (tx: EntityManager): void => void announcing.add(tx);

export class OutboxHint {
  private telling = false;
  private again = false;

  constructor(private readonly database: DataSource) {}

  /** To be called when `tx` is committed: a notification within it would make commits wait for each other. */
  committed(tx: EntityManager): void {
    if (!announcing.has(tx)) return;
    this.again = true;
    if (!this.telling) void this.tell();
  }

  private async tell(): Promise<void> {
    this.telling = true;
    try {
      while (this.again) {
        this.again = false;
        await this.database.query(`select ${laterOnDisk}, pg_notify('${OUTBOX_CHANNEL}', '')`);
      }
    } catch {
      // the relay looks by itself
      this.again = false;
    } finally {
      this.telling = false;
    }
  }
}
