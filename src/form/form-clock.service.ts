/** The clock of statistical forms (报表时钟): each form is looked at once a day; safe with any number of workers. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { wellSaid } from '../kernel/well-said';
import { Deeds } from '../outbox/deeds';
import { Form } from './definition/form.entity';
import { dueForms, type FormTurn, turnForm } from './period/turn';

@Injectable()
export class FormClock {
  private readonly log = new Logger('Forms');

  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Answers how many forms were looked at. */
  async tick(): Promise<number> {
    let turned = 0;
    for (const form of await this.deeds.transaction(dueForms)) {
      try {
        if (await this.turn(form)) turned += 1;
      } catch (error) {
        this.log.error(`Form ${form.id} could not be looked at: ${wellSaid(error)}`);
      }
    }
    return turned;
  }

  /** One that another worker has in hand, or had, is left alone. */
  private turn({ districtId, id }: FormTurn): Promise<boolean> {
    return this.deeds.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write', onLocked: 'skip_locked' } as const;
      const form = await tx.findOne(Form, { where: { districtId, id }, lock });
      const [{ today }]: [{ today: string }] = await tx.query('select app_today()::text as today');
      if (form?.turnOn == null || form.turnOn > today) return false;
      await turnForm(tx, form);
      return true;
    });
  }
}
