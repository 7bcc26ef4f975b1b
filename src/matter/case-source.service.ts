/** Sources of cases (来件渠道): the district's administrator keeps them as data, and tries them before they hold. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service';
import type { Actor } from '../kernel/actor';
import { Conflict, expectVersion, NotFound, Refused } from '../kernel/errors';
import { newId } from '../kernel/id';
import { RowFaults } from '../kernel/row-faults';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { type CaseMapping, checkMapping } from './case-mapping';
import { dueDayOf, nowIn, placeOf } from './case-place';
import { readCase } from './case-reading';
import { CaseSource } from './case-source.entity';
import type { CaseSourceList, CaseSourceView, CaseTrialView } from './case-source.view';

/** More platforms than a district is connected to. */
const MOST = 50;

export interface SourceGiven {
  readonly name: string;
  readonly account: string;
  readonly active: boolean;
  readonly mapping: CaseMapping;
}

const sql = `
  select s.id, s.code, s.name, o.account, s.active, s.mapping, s.version
  from case_source s join officer o on o.district_id = s.district_id and o.id = s.application_id
  where s.district_id = $1 and ($2::uuid is null or s.id = $2) order by s.code limit ${MOST}`;

@Injectable()
export class CaseSourceService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  async list({ districtId }: Actor): Promise<CaseSourceList> {
    return { items: await this.database.query(sql, [districtId, null]) };
  }

  one(actor: Actor, id: string): Promise<CaseSourceView> {
    return viewOf(this.database.manager, actor, id);
  }

  /** Errors: case.sourceExists, case.tooManySources (409), case.program, case.path, case.twice, case.statuses, case.union (422). */
  add(actor: Actor, { code, ...given }: SourceGiven & { readonly code: string }): Promise<CaseSourceView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      await tx.query('select 1 from trade_union where district_id = $1 and id = $1 for no key update', [districtId]);
      if (await tx.existsBy(CaseSource, { districtId, code })) throw exists();
      if ((await tx.countBy(CaseSource, { districtId })) >= MOST) throw tooMany();
      const row = await this.checked(tx, actor, given);
      const id = newId();
      await tx.insert(CaseSource, { districtId, id, code, version: 1, ...row });
      const view = await viewOf(tx, actor, id);
      await audit(tx, actor, 'caseSource.added', id, { after: view });
      return view;
    });
  }

  change(actor: Actor, id: string, seen: number, given: SourceGiven): Promise<CaseSourceView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      await tx.query('select 1 from case_source where district_id = $1 and id = $2 for update', [districtId, id]);
      const before = await viewOf(tx, actor, id);
      expectVersion(before.version, seen);
      const row = await this.checked(tx, actor, given);
      await tx.update(CaseSource, { districtId, id }, { ...row, version: seen + 1 });
      const after = await viewOf(tx, actor, id);
      await audit(tx, actor, 'caseSource.changed', id, { before, after });
      return after;
    });
  }

  /** What a body of theirs would become. Nothing is kept. */
  try({ districtId }: Actor, mapping: CaseMapping, body: object): Promise<CaseTrialView> {
    return this.deeds.transaction(async (tx) => {
      await checkAll(tx, districtId, mapping);
      const { unionCode, ...read } = readCase(mapping, body);
      const place = await placeOf(tx, districtId, unionCode);
      const receivedAt = read.receivedAt ?? (await nowIn(tx));
      const overrides = await this.calendar.overrides(tx, districtId);
      const dueOn = dueDayOf({ ...read, unionCode }, receivedAt, mapping.workingDays, overrides);
      return { ...read, unionName: place.name, receivedAt, dueOn };
    });
  }

  private async checked(
    tx: EntityManager,
    { districtId }: Actor,
    { name, account, active, mapping }: SourceGiven,
  ): Promise<Pick<CaseSource, 'name' | 'applicationId' | 'active' | 'mapping'>> {
    const [program]: { id: string }[] = await tx.query(
      `select id from officer where district_id = $1 and account = $2 and kind = 'program' and union_id = $1`,
      [districtId, account.toLowerCase()],
    );
    if (program === undefined) throw noProgram();
    await checkAll(tx, districtId, mapping);
    return { name, applicationId: program.id, active, mapping };
  }
}

async function checkAll(tx: EntityManager, districtId: string, mapping: CaseMapping): Promise<void> {
  const faults = new RowFaults();
  checkMapping(mapping, faults);
  const codes = [...new Set(mapping.areas.map(({ unionCode }) => unionCode))];
  const found: { code: string }[] = await tx.query(
    `select code from trade_union where district_id = $1 and code = any($2) and (closed_on is null or closed_on > app_today())`,
    [districtId, codes],
  );
  const known = new Set(found.map(({ code }) => code));
  mapping.areas.forEach(({ unionCode }, no) => {
    if (!known.has(unionCode)) faults.add(`mapping.areas[${no}].unionCode`, noUnion(unionCode));
  });
  faults.throwIfAny();
}

async function viewOf(tx: EntityManager, { districtId }: Actor, id: string): Promise<CaseSourceView> {
  const [found]: CaseSourceView[] = await tx.query(sql, [districtId, id]);
  if (found === undefined) throw new NotFound();
  return found;
}

const exists = (): Conflict =>
  new Conflict('case.sourceExists', {
    zh: '已有同一编码的来件渠道。',
    en: 'There is a source of this code already.',
  });
const tooMany = (): Conflict =>
  new Conflict('case.tooManySources', {
    zh: `来件渠道不超过 ${MOST} 个。`,
    en: `There may be at most ${MOST} sources.`,
  });
const noProgram = (): Refused =>
  new Refused(
    'case.program',
    {
      zh: '没有此账号的应用。请安全管理员先为区总工会登记应用并发放密钥。',
      en: 'No program has this account. The security administrator registers one for the district first and gives it a key.',
    },
    'account',
  );
const noUnion = (code: string): { code: string; words: { zh: string; en: string } } => ({
  code: 'case.union',
  words: { zh: `没有编码为 ${code} 的工会，或已撤销。`, en: `No union has the code ${code}, or it is closed.` },
});
