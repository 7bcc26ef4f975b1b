/** Cases from another platform (来件接入): taken in by their number in their shape, and their question where one stands. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service';
import type { CaseStatus } from '../events/case-body';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { newId } from '../kernel/id';
import { Deeds } from '../outbox/deeds';
import { requireCase } from './case-course';
import { advance, tell } from './case-in-hand';
import type { CaseMapping } from './case-mapping';
import { type CasePlace, dueDayOf, nowIn, placeOf } from './case-place';
import { type CaseRead, readCase } from './case-reading';
import { CaseSource } from './case-source.entity';
import type { CaseChange } from './case-step.entity';
import { InboundCase } from './inbound-case.entity';
import type { InboundCaseView, InboundStatusView } from './inbound.view';

const insertSql = `
  insert into inbound_case (district_id, id, source_id, number, title, content, kind, programme, occurred_at, received_at,
    due_on, union_id, marks)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (source_id, number, district_id) do nothing
  returning id`;

@Injectable()
export class InboundService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  /**
   * The same again changes nothing; what they say otherwise is a step of the case.
   * Errors: case.text, case.moment, case.code (422), case.state (409), notFound.
   */
  put(actor: Actor, code: string, number: string, body: object): Promise<InboundCaseView> {
    return this.deeds.run(actor, async (tx) => {
      const source = await sourceOf(tx, actor, code);
      const read = readCase(source.mapping, body);
      const place = await placeOf(tx, actor.districtId, read.unionCode);
      const outcome =
        (await this.receive(tx, actor, source, number, read, place)) ??
        (await this.update(tx, actor, source, number, read, place));
      const found = await caseOf(tx, source, number);
      const { dueOn, marks } = found;
      const union = (await placeById(tx, found)).name;
      return { number, outcome, status: saidOf(source.mapping, found.status).theirs, union, dueOn, marks };
    });
  }

  /** In their words; the answer once the case is closed. People of the district see what is told. Errors: notFound. */
  async status(actor: Actor, code: string, number: string): Promise<InboundStatusView> {
    const { manager } = this.database;
    const source = await (actor.keyPrefix === undefined ? seenSource : sourceOf)(manager, actor, code);
    const found = await caseOf(manager, source, number);
    const { mapping } = source;
    const { theirs: status, words: statusText } = saidOf(mapping, found.status);
    const rows: { kind: CaseStatus | 'handedBack'; at: Date; union: string }[] = await manager.query(
      `select s.kind, s.at, u.name as union from case_step s join trade_union u on u.district_id = $1 and u.id = s.union_id
       where s.district_id = $1 and s.case_id = $2 and s.kind <> 'changed' order by s.no limit 500`,
      [actor.districtId, found.id],
    );
    const steps = rows.map(({ kind, at, union }) => {
      const said = saidOf(mapping, kind === 'handedBack' ? 'assigned' : kind);
      return { at: at.toISOString(), status: said.theirs, statusText: said.words, union };
    });
    const answer = found.status === 'closed' ? found.answer : null;
    return {
      number,
      status,
      statusText,
      union: (await placeById(manager, found)).name,
      dueOn: found.dueOn,
      answer,
      steps,
    };
  }

  /** undefined: it is known already. */
  private async receive(
    tx: EntityManager,
    actor: Actor,
    source: CaseSource,
    number: string,
    read: CaseRead,
    place: CasePlace,
  ): Promise<'received' | undefined> {
    const { districtId } = actor;
    const receivedAt = read.receivedAt ?? (await nowIn(tx));
    const overrides = await this.calendar.overrides(tx, districtId);
    const dueOn = dueDayOf(read, receivedAt, source.mapping.workingDays, overrides);
    const id = newId();
    const made: unknown[] = await tx.query(insertSql, [
      ...[districtId, id, source.id, number, read.title, read.content, read.kind, read.programme],
      ...[read.occurredAt, receivedAt, dueOn, place.id, read.marks],
    ]);
    if (made.length === 0) return undefined;
    await tell(tx, actor, await tx.findOneByOrFail(InboundCase, { districtId, id }), 'received', {});
    return 'received';
  }

  /** Where somebody has passed it on already, it stays with them, whatever area they say now. */
  private async update(
    tx: EntityManager,
    actor: Actor,
    source: CaseSource,
    number: string,
    read: CaseRead,
    place: CasePlace,
  ): Promise<'changed' | 'unchanged'> {
    const found = await caseOf(tx, source, number, true);
    const { title, content, kind, programme, marks } = read;
    const unionId = found.status === 'received' ? place.id : found.unionId;
    const after = {
      ...{ title, content, kind, programme, marks, unionId },
      occurredAt: read.occurredAt === null ? null : new Date(read.occurredAt),
      receivedAt: read.receivedAt === null ? found.receivedAt : new Date(read.receivedAt),
      dueOn: read.dueOn ?? found.dueOn,
    };
    const changes = changesOf(found, after);
    if (changes.length === 0) return 'unchanged';
    requireCase(found.status, 'change');
    await advance(tx, actor, found, 'changed', after, { changes });
    return 'changed';
  }
}

/** Their own, while it takes anything in. Errors: notFound, to everybody else's program and to people. */
async function sourceOf(tx: EntityManager, { districtId, officerId }: Actor, code: string): Promise<CaseSource> {
  const found = await tx.findOneBy(CaseSource, { districtId, code, applicationId: officerId, active: true });
  if (found === null) throw new NotFound();
  return found;
}

async function seenSource(tx: EntityManager, { districtId }: Actor, code: string): Promise<CaseSource> {
  const found = await tx.findOneBy(CaseSource, { districtId, code });
  if (found === null) throw new NotFound();
  return found;
}

async function caseOf(
  tx: EntityManager,
  { districtId, id: sourceId }: CaseSource,
  number: string,
  locked = false,
): Promise<InboundCase> {
  const lock = { mode: 'pessimistic_write' } as const;
  const where = { districtId, sourceId, number };
  const found = await tx.findOne(InboundCase, locked ? { where, lock } : { where });
  if (found === null) throw new NotFound();
  return found;
}

async function placeById(tx: EntityManager, { districtId, unionId }: InboundCase): Promise<{ name: string }> {
  const [found]: [{ name: string }] = await tx.query(
    'select name from trade_union where district_id = $1 and id = $2',
    [districtId, unionId],
  );
  return found;
}

function saidOf({ statuses }: CaseMapping, status: CaseStatus): { theirs: string; words: string } {
  return statuses.find((each) => each.status === status) ?? { theirs: status, words: status };
}

function changesOf(before: InboundCase, after: Partial<InboundCase>): CaseChange[] {
  const was = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([field, value]) => {
    const [old, now] = [plain(was.get(field)), plain(value)];
    return old === now ? [] : [{ field, before: old, after: now }];
  });
}

function plain(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.join(',') : String(value);
}
