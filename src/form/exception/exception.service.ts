/** Exceptions (免报、补报): one person proposes with a reason, another decides at the district; for one union and period. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { addDays } from '../../kernel/clock';
import { NotFound } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { wordsOfPeriod } from '../../kernel/period';
import { announce, audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { owedPlace } from '../owing/owing';
import { holdTurn, leaveOf } from '../period/leave';
import { type PeriodInHand, periodInHand } from '../period/period-in-hand';
import { notOwed } from '../return/return-refusals';
import { FormReturn } from '../return/form-return.entity';
import { unionInReach } from '../standing/standing';
import { readException } from './exception.reader';
import * as no from './exception-refusals';
import type { FormExceptionView } from './exception.view';
import { type ExceptionKind, FormException } from './form-exception.entity';

/** Nothing stays open for longer. */
const MOST_DAYS = 366;

interface Proposed {
  readonly unionId?: string;
  readonly kind: ExceptionKind;
  readonly reason: string;
  readonly until?: string;
}

@Injectable()
export class FormExceptionService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * For the own union or one below. Errors: return.notOwed, formException.open, formException.notLocked,
   * formException.exempt, formException.received (409), formException.until (422), notFound.
   */
  propose(actor: Actor, formId: string, period: string, given: Proposed): Promise<FormExceptionView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const inHand = await periodInHand(tx, districtId, formId, period);
      const { unionId } = await unionInReach(tx, actor, inHand, given.unionId);
      await holdTurn(tx, formId, period, unionId);
      const path = await owedPlace(tx, districtId, inHand, unionId);
      if (path === null) throw notOwed();
      const where = { districtId, formId, period, unionId };
      const { kind, reason, until = null } = given;
      requireUntil(kind, until, inHand.today);
      await requireSense(tx, { ...where, kind }, inHand);
      if (await tx.existsBy(FormException, { ...where, status: 'proposed' })) throw no.openAlready();
      const [id, { officerId: proposedBy, unionId: proposerId }] = [newId(), actor];
      const exception = tx.create(FormException, { ...where, id, path, kind, reason, until, proposerId, proposedBy });
      await tx.query(
        `insert into form_exception (district_id, id, form_id, period, union_id, path, kind, reason, until, status, proposer_id,
           proposed_by, proposed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'proposed', $10, $11, app_now())`,
        [districtId, id, formId, period, unionId, path, kind, reason, until, proposerId, proposedBy],
      );
      await tell(tx, actor, inHand, exception, 'proposed', reason);
      return readException(tx, actor, id);
    });
  }

  /**
   * Never by who proposed it; an approved reopening lifts an exemption. Errors: formException.state, formException.own,
   * formException.received, formException.exempt, formException.notLocked (409), formException.until (422), notFound.
   */
  decide(
    actor: Actor,
    id: string,
    { outcome, reason }: { outcome: 'approved' | 'refused'; reason: string },
  ): Promise<FormExceptionView> {
    return this.deeds.run(actor, async (tx) => {
      const exception = await takeException(tx, actor, id, {});
      const { districtId, formId, period, unionId, kind, until } = exception;
      if (exception.proposedBy === actor.officerId) throw no.ownProposal();
      const inHand = await periodInHand(tx, districtId, formId, period);
      if (outcome === 'approved') {
        requireUntil(kind, until, inHand.today);
        await requireSense(tx, exception, inHand);
        if (kind === 'reopen')
          await tx.query(
            `update form_exception set status = 'lifted', version = version + 1 where form_id = $2 and period = $3
               and union_id = $4 and district_id = $1 and status = 'approved' and kind = 'exempt'`,
            [districtId, formId, period, unionId],
          );
      }
      await tx.query(
        `update form_exception set status = $3, decided_by = $4, decided_at = app_now(), decision = $5, version = version + 1
         where district_id = $1 and id = $2`,
        [districtId, id, outcome, actor.officerId, reason],
      );
      await tell(tx, actor, inHand, exception, outcome, reason);
      return readException(tx, actor, id);
    });
  }

  /** By the union that proposed it, while it waits. Errors: formException.state (409), notFound. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const { districtId, unionId: proposerId } = actor;
      const { version } = await takeException(tx, actor, id, { proposerId });
      await tx.update(FormException, { districtId, id }, { status: 'withdrawn', version: version + 1 });
      await audit(tx, actor, 'formException.withdrawn', id);
      return {};
    });
  }
}

async function takeException(
  tx: EntityManager,
  { districtId }: Actor,
  id: string,
  whose: { proposerId?: string },
): Promise<FormException> {
  const where = { districtId, id, ...whose };
  const found = await tx.findOneBy(FormException, where);
  if (found === null) throw new NotFound();
  await holdTurn(tx, found.formId, found.period, found.unionId);
  const exception = await tx.findOneOrFail(FormException, { where, lock: { mode: 'pessimistic_write' } });
  if (exception.status !== 'proposed') throw no.decidedAlready();
  return exception;
}

/** Errors: formException.until. */
function requireUntil(kind: ExceptionKind, until: string | null, today: string): void {
  const right =
    kind === 'exempt' ? until === null : until !== null && until >= today && until <= addDays(today, MOST_DAYS);
  if (!right) throw no.wrongUntil();
}

/** It would change something. Errors: formException.exempt, formException.received, formException.notLocked. */
async function requireSense(
  tx: EntityManager,
  { districtId, unionId, kind }: Pick<FormException, 'districtId' | 'unionId' | 'kind'>,
  inHand: PeriodInHand,
): Promise<void> {
  const { form, period, stage } = inHand;
  const { exempt } = await leaveOf(tx, districtId, inHand, unionId);
  if (kind === 'reopen') {
    if (stage !== 'locked' && !exempt) throw no.notLocked();
    return;
  }
  if (exempt) throw no.exemptAlready();
  const where = { districtId, formId: form.id, period, unionId };
  if (
    await tx.existsBy(FormReturn, [
      { ...where, status: 'submitted' },
      { ...where, status: 'accepted' },
    ])
  )
    throw no.received();
}

async function tell(
  tx: EntityManager,
  actor: Actor,
  { form, version }: PeriodInHand,
  { id: exceptionId, unionId, path, period, kind, until }: FormException,
  deed: 'proposed' | 'approved' | 'refused',
  reason: string,
): Promise<void> {
  const { id: formId, code, name, programme } = form;
  const label = wordsOfPeriod(period).zh;
  const body = {
    form: { formId, code, name, programme, version },
    formException: { exceptionId, unionId, period, label, kind, until },
    reason,
  };
  await announce(tx, actor, { name: `formException.${deed}`, unionId, path, subjectId: exceptionId, body });
}
