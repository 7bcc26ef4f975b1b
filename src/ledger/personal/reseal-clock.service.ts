/** The clock of sealing anew (重新密封时钟): after a key was replaced it moves everything under the newest one. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../../config';
import { Deeds } from '../../outbox/deeds';
import { type KeyRing, ringOf } from '../../dispatch/key-ring';
import { reseal } from './reseal';

/** Pieces sealed in one transaction: some tenths of a second. */
const MOST = 1_000;

@Injectable()
export class ResealClock {
  private readonly log = new Logger('Seals');
  private kept: KeyRing | undefined;

  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Goes on until nothing is left, or `goOn` says to stop. Answers how many were sealed anew. Safe with any number of workers. */
  async tick(goOn: () => boolean = () => true, most = MOST): Promise<number> {
    let total = 0;
    for await (const batch of reseal((work) => this.deeds.transaction(work), this.ring, most)) {
      total += batch.sealed;
      for (const { entryId, field, what } of batch.unreadable)
        this.log.error(`The ${what} in ${field} of entry ${entryId} does not open with key ${batch.keyId}: it stays.`);
      if (!goOn()) break;
    }
    if (total > 0) this.log.log(`${total} pieces of personal data are sealed anew with key ${this.ring.newest}.`);
    return total;
  }

  private get ring(): KeyRing {
    return (this.kept ??= ringOf(this.config));
  }
}
