/** The clock of the lights (亮灯时钟): judges what has happened, and what turns because its day has come. */
import { Inject, Injectable } from '@nestjs/common';
import { Deeds } from '../outbox/deeds';
import { lightPass } from './light-pass';

/** Lights judged in one transaction: some tenths of a second. */
const MOST = 2_000;

@Injectable()
export class LightClock {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Goes on until nothing is left, or `goOn` says to stop. Answers how many lights were judged. Safe with any number of workers. */
  async tick(goOn: () => boolean = () => true): Promise<number> {
    for (let total = 0; ;) {
      const count = await this.deeds.transaction((tx) => lightPass(tx, MOST));
      total += count;
      if (count < MOST || !goOn()) return total;
    }
  }
}
