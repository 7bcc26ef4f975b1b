/** Filling in a form (报表填报): begin, change, submit, take back, give up, correct what was accepted. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { expectVersion } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { announce, audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { readReturn, type ReturnGiven, type ReturnRead } from '../check/cell-values';
import type { FormDefinition } from '../definition/definition';
import { holdTurn } from '../period/leave';
import { periodInHand } from '../period/period-in-hand';
import type { FormReturn, ReturnStatus } from './form-return.entity';
import { requireWorkable, takeReturn, toldOf } from './return-in-hand';
import { begunAlready, correctedAlready, wrongValues } from './return-refusals';
import { addStep, changeReturn, saidBeforeReturn } from './return-sql';
import { beginReturn, handInReturn, insertReturn, placeToReport, rewriteReturn } from './return-work';
import { readFormReturn } from './return.reader';
import type { FormReturnDetail } from './return.view';

@Injectable()
export class FormReturnService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * A draft, which only the own union sees. Errors: formPeriod.notOpen, formPeriod.locked, return.exempted, return.notOwed,
   * return.begun (409), return.values (422), notFound.
   */
  begin(actor: Actor, formId: string, period: string, given: ReturnGiven): Promise<FormReturnDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, unionId } = actor;
      const inHand = await periodInHand(tx, districtId, formId, period);
      await holdTurn(tx, formId, period, unionId);
      const path = await placeToReport(tx, actor, inHand);
      if (await stands(tx, { districtId, formId, period, unionId }, 'draft', 'submitted', 'returned', 'accepted'))
        throw begunAlready();
      const id = await beginReturn(tx, actor, inHand, path, readRight(inHand.definition, given));
      return readFormReturn(tx, actor, id);
    });
  }

  /** While it is a draft or returned. Errors: changedMeanwhile (412), those of begin, return.state (409), notFound. */
  change(actor: Actor, id: string, seen: number, given: ReturnGiven): Promise<FormReturnDetail> {
    return this.deeds.run(actor, async (tx) => {
      const taken = await takeReturn(tx, actor, id, 'unionId');
      const { entry, definition } = taken;
      await requireWorkable(tx, taken, 'draft', 'returned');
      expectVersion(entry.version, seen);
      await rewriteReturn(tx, actor, entry, readRight(definition, given));
      return readFormReturn(tx, actor, id);
    });
  }

  /**
   * To the tier above; what the district itself reports counts at once. Errors: return.state, formPeriod.locked,
   * return.exempted (409), return.values with what stands against it (422), notFound.
   */
  submit(actor: Actor, id: string): Promise<FormReturnDetail> {
    return this.deeds.run(actor, async (tx) => {
      const taken = await takeReturn(tx, actor, id, 'unionId');
      await requireWorkable(tx, taken, 'draft', 'returned');
      await handInReturn(tx, actor, taken);
      return readFormReturn(tx, actor, id);
    });
  }

  /** Back to a draft, while nobody has decided. Errors: return.state, formPeriod.locked (409), notFound. */
  takeBack(actor: Actor, id: string): Promise<void> {
    return this.retreat(actor, id, 'takenBack');
  }

  /** Given up; it stays in the own union's list. Errors: return.state, formPeriod.locked (409), notFound. */
  withdraw(actor: Actor, id: string): Promise<void> {
    return this.retreat(actor, id, 'withdrawn');
  }

  /**
   * A correction of an accepted return: a draft with its values that takes its place once it is accepted; the figures stand
   * until then. Errors: return.state, return.correcting, formPeriod.locked (409), notFound.
   */
  correct(actor: Actor, id: string, reason: string): Promise<FormReturnDetail> {
    return this.deeds.run(actor, async (tx) => {
      const taken = await takeReturn(tx, actor, id, 'unionId');
      const { entry } = taken;
      await requireWorkable(tx, taken, 'accepted');
      if (await stands(tx, entry, 'draft', 'submitted', 'returned')) throw correctedAlready();
      const correction = newId();
      const { formId, formVersion, period, endsOn, path, values, missing, words } = entry;
      const copied = { formId, formVersion, period, endsOn, path, values, missing, words };
      await insertReturn(tx, actor, { ...copied, id: correction, correctsId: id });
      await addStep(tx, actor, { returnId: correction, kind: 'begun', words: reason });
      await audit(tx, actor, 'return.correcting', id, { after: { correction, reason } });
      return readFormReturn(tx, actor, correction);
    });
  }

  private async retreat(actor: Actor, id: string, kind: 'takenBack' | 'withdrawn'): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const taken = await takeReturn(tx, actor, id, 'unionId');
      const { entry } = taken;
      const { status: before } = entry;
      if (kind === 'takenBack') await requireWorkable(tx, taken, 'submitted');
      else await requireWorkable(tx, taken, 'draft', 'submitted', 'returned');
      const values = before === 'returned' ? await saidBeforeReturn(tx, entry) : entry.values;
      await changeReturn(tx, entry, { status: kind === 'takenBack' ? 'draft' : 'withdrawn' });
      await addStep(tx, actor, { returnId: id, kind });
      // what nobody else has seen is not told: no draft, and nothing that was changed since it was returned
      if (before === 'draft') await audit(tx, actor, 'return.withdrawn', id, { before: { status: before } });
      else await announce(tx, actor, toldOf({ ...taken, entry: { ...entry, values } }, 'withdrawn', null));
      return {};
    });
  }
}

/** Errors: return.values. */
function readRight(definition: FormDefinition, given: ReturnGiven): Omit<ReturnRead, 'errors'> {
  const { errors, ...read } = readReturn(definition, given);
  if (errors.length > 0) throw wrongValues(errors);
  return read;
}

type Which = Pick<FormReturn, 'districtId' | 'formId' | 'period' | 'unionId'>;

async function stands(
  tx: EntityManager,
  { districtId, formId, period, unionId }: Which,
  ...statuses: readonly ReturnStatus[]
): Promise<boolean> {
  const found: unknown[] = await tx.query(
    `select 1 from form_return where form_id = $2 and period = $3 and union_id = $4 and district_id = $1 and status = any($5)`,
    [districtId, formId, period, unionId, statuses],
  );
  return found.length > 0;
}
