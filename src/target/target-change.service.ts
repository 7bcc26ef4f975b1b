/** Changing targets (目标调整): one person proposes with a reason, another one decides; what was set stays in the history. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Conflict, NotFound } from '../kernel/errors';
import { newId } from '../kernel/id';
import { announce, audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { readDefinition } from './target-check';
import { TargetChange } from './target-change.entity';
import { bodyOf, periodOf, type TargetInHand, targetInHand } from './target-in-hand';
import { TargetVersion } from './target-version.entity';
import type { TargetDefinitionDto } from './target.dto';
import { Target } from './target.entity';
import { readTargetChange } from './target-changes.reader';
import { subjectOf } from './target.service';
import type { TargetChangeView } from './target.view';

interface ChangeGiven {
  readonly definition: TargetDefinitionDto | null;
  readonly reason: string;
}

@Injectable()
export class TargetChangeService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: target.withdrawn, target.changing, target.closed (409), target.definition (422), notFound. */
  propose(actor: Actor, targetId: string, { definition: given, reason }: ChangeGiven): Promise<TargetChangeView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId: proposedBy } = actor;
      const target = await targetInHand(tx, actor, targetId, 'for update of t');
      if (target.withdrawn) throw withdrawnAlready();
      if (await tx.existsBy(TargetChange, { districtId, targetId, status: 'proposed' })) throw changing();
      const subject = await subjectFor(tx, actor, target);
      const definition = given === null ? null : await readDefinition(tx, subject, given);
      const id = newId();
      const { version } = target;
      const row = { districtId, id, targetId, version, definition, reason, proposedBy, status: 'proposed' as const };
      await tx.insert(TargetChange, row);
      await tell(tx, actor, 'target.changeProposed', target, { proposed: definition?.value ?? null, reason });
      return readTargetChange(tx, actor, id);
    });
  }

  /** It holds from now on. Errors: target.samePerson, target.decided, target.closed (409), notFound. */
  approve(actor: Actor, id: string): Promise<TargetChangeView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId: approvedBy } = actor;
      const { change, target } = await decidable(tx, actor, id);
      await subjectFor(tx, actor, target);
      const { definition, reason, proposedBy: setBy, targetId } = change;
      await decide(tx, actor, id, 'approved', null);
      if (definition === null) {
        await tx.update(Target, { districtId, id: targetId }, { withdrawn: true });
        await tell(tx, actor, 'target.withdrawn', target, { reason });
      } else {
        const version = target.version + 1;
        await tx.update(Target, { districtId, id: targetId }, { version });
        await tx.insert(TargetVersion, { districtId, targetId, version, definition, reason, setBy, approvedBy });
        const before = target.definition.value;
        await tell(tx, actor, 'target.changed', { ...target, version, definition }, { before, reason });
      }
      return readTargetChange(tx, actor, id);
    });
  }

  /** The target stays as it is. Errors: target.samePerson, target.decided (409), notFound. */
  refuse(actor: Actor, id: string, reason: string): Promise<TargetChangeView> {
    return this.deeds.run(actor, async (tx) => {
      const { change, target } = await decidable(tx, actor, id);
      await decide(tx, actor, id, 'refused', reason);
      const proposed = change.definition?.value ?? null;
      await tell(tx, actor, 'target.changeRefused', target, { proposed, reason });
      return readTargetChange(tx, actor, id);
    });
  }

  /** Taken back while nobody has decided. Errors: target.decided (409), notFound. */
  async takeBack(actor: Actor, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const { status } = await locked(tx, districtId, id);
      if (status !== 'proposed') throw decidedAlready();
      await tx.update(TargetChange, { districtId, id }, { status: 'withdrawn' });
      await audit(tx, actor, 'target.changeWithdrawn', id);
      return {};
    });
  }
}

async function locked(tx: EntityManager, districtId: string, id: string): Promise<TargetChange> {
  const lock = { mode: 'pessimistic_write' } as const;
  const change = await tx.findOne(TargetChange, { where: { districtId, id }, lock });
  if (change === null) throw new NotFound();
  return change;
}

/** The change, and the target as it stands. Nobody decides what he proposed himself. */
async function decidable(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ change: TargetChange; target: TargetInHand }> {
  const change = await locked(tx, actor.districtId, id);
  if (change.status !== 'proposed') throw decidedAlready();
  if (change.proposedBy === actor.officerId) throw samePerson();
  return { change, target: await targetInHand(tx, actor, change.targetId, 'for update of t') };
}

const decide = (
  tx: EntityManager,
  { districtId, officerId }: Actor,
  id: string,
  status: 'approved' | 'refused',
  reason: string | null,
): Promise<unknown> =>
  tx.query(
    `update target_change set status = $3, decided_by = $4, decided_at = app_now(), decision_reason = $5
     where district_id = $1 and id = $2`,
    [districtId, id, status, officerId, reason],
  );

const subjectFor = (tx: EntityManager, { districtId }: Actor, target: TargetInHand): ReturnType<typeof subjectOf> => {
  const { indicatorId, unionId, direction } = target;
  return subjectOf(tx, { districtId, indicatorId, unionId, direction, period: periodOf(target) });
};

type Told = 'target.changeProposed' | 'target.changed' | 'target.changeRefused' | 'target.withdrawn';
type Rest = { reason: string; proposed?: string | null; before?: string };

function tell(tx: EntityManager, actor: Actor, name: Told, target: TargetInHand, rest: Rest): Promise<void> {
  const { id: subjectId, unionId, path } = target;
  const told = { unionId, path, subjectId };
  const { reason, proposed = null, before = '' } = rest;
  const body = { target: bodyOf(target), reason };
  if (name === 'target.withdrawn') return announce(tx, actor, { name, ...told, body });
  if (name === 'target.changed') return announce(tx, actor, { name, ...told, body: { ...body, before } });
  return announce(tx, actor, { name, ...told, body: { ...body, proposed } });
}

const withdrawnAlready = (): Conflict =>
  new Conflict('target.withdrawn', { zh: '目标已取消。', en: 'The target was given up.' });
const changing = (): Conflict =>
  new Conflict('target.changing', { zh: '已有待审定的调整。', en: 'A change of it waits already.' });
const decidedAlready = (): Conflict =>
  new Conflict('target.decided', {
    zh: '该调整已有结论或已撤回。',
    en: 'The change is decided or taken back already.',
  });
const samePerson = (): Conflict =>
  new Conflict('target.samePerson', {
    zh: '提出调整的人不能自己审定，请由另一人审定。',
    en: 'Nobody decides what he proposed himself.',
  });
