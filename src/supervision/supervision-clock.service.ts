/** The clock of supervision (督办时钟): what moves because its day has come; safe with any number of workers. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CalendarService } from '../calendar/calendar.service';
import { CONFIG, type Config } from '../config';
import { wellSaid } from '../kernel/well-said';
import { Deeds } from '../outbox/deeds';
import { dueOrders, raiseOrder } from './order/order-clock';
import { endParking } from './parking-clock';

@Injectable()
export class SupervisionClock {
  private readonly log = new Logger('Supervision');

  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CalendarService) private readonly calendar: CalendarService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Answers how many things were moved: parked tasks looked at again, orders raised. */
  async tick(): Promise<number> {
    let moved = await this.deeds.transaction(endParking);
    for (const order of await this.deeds.transaction(dueOrders)) {
      try {
        if (await this.deeds.transaction((tx) => raiseOrder(tx, this.calendar, this.config.publicUrl, order)))
          moved += 1;
      } catch (error) {
        this.log.error(`Order ${order.id} could not be raised: ${wellSaid(error)}`);
      }
    }
    return moved;
  }
}
