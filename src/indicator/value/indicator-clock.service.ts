/** The clock of the indicators (指标时钟): works out what has changed, and what begins because its day has come. */
import { Inject, Injectable } from '@nestjs/common';
import { Deeds } from '../../outbox/deeds';
import { valuePass } from './value-pass';

/** Notes dealt with in one transaction. */
const MOST = 500;

@Injectable()
export class IndicatorClock {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Goes on until nothing is left, or `goOn` says to stop. Answers how many notes there were. Safe with any number of workers. */
  async tick(goOn: () => boolean = () => true): Promise<number> {
    for (let total = 0; ;) {
      const count = await this.deeds.transaction((tx) => valuePass(tx, MOST));
      total += count;
      if (count === 0 || !goOn()) return total;
    }
  }
}
