/** The closed year's figures (年度报告): indicators and their ledgers, what was entered, targets, and the approved report. */
import type { EntityManager } from 'typeorm';
import { createIndicator } from '../indicator/definition/indicator.service';
import { type Known, knownIn } from '../indicator/definition/known';
import { INDICATOR_TEMPLATES, ledgersOf } from '../indicator/templates/templates';
import type { Actor } from '../kernel/actor';
import { dayOf } from '../kernel/clock';
import { TEMPLATES } from '../ledger/templates/templates';
import type { TypeInHand } from '../ledger/type/ledger-type.reader';
import { createLedgerType } from '../ledger/type/ledger-type.service';
import type { TargetDefinitionDto } from '../target/target.dto';
import { sharesOf } from './closed-year';
import type { DemoDistrict } from './district';
import { enter, inOneGo } from './entering';
import { inventEnterprises } from './enterprises';
import { HALF_YEARLY } from './form-values';
import type { Lane } from './lane';
import { closedYearLedgers } from './ledgers';
import { goals, reportYear } from './report';
import { yearAfterLedgers } from './year-after';

const PUBLISHED_ON = `${reportYear}-01-06`;
const AFTER = [`${reportYear + 1}-12-15`, `${reportYear + 1}-12-22`] as const;
const KEPT = [`${reportYear}-12-15`, `${reportYear}-12-22`] as const;

/** Figures that communities type into the half-yearly form instead of keeping a ledger. */
const typed = new Map([['insurance.policies', { numerator: `form.sum('${HALF_YEARLY.code}', 'policies')`, by: null }]]);

/** All ready indicators with the ledgers they read. By years: twelve of them have passed since, and months would be many. */
async function define(tx: EntityManager, actor: Actor): Promise<Known> {
  const said = { holdsFrom: String(reportYear), reason: '年度报告指标' };
  const read = new Set(INDICATOR_TEMPLATES.flatMap(ledgersOf));
  for (const { code, definition } of TEMPLATES.filter((template) => read.has(template.code)))
    await createLedgerType(tx, actor, { code, definition, reason: said.reason });
  for (const { code, definition } of INDICATOR_TEMPLATES)
    await createIndicator(tx, actor, {
      ...said,
      code,
      definition: { ...definition, ...typed.get(code), periodKind: 'year' },
    });
  return knownIn(tx, actor.districtId);
}

/** What the closed year set itself; of bargaining the report says no number, but that it was exceeded. */
const PAST = [
  ['bargaining.rates', '80'],
  ['rate.establishment', '95'],
  ['rate.membership', '95'],
  ['training.classes', '20'],
] as const;

export async function reportClosedYear(lane: Lane, district: DemoDistrict, now: Date): Promise<void> {
  lane.begin();
  lane.moveTo(PUBLISHED_ON);
  const known = await lane.deeds.transaction((tx) => define(tx, district.actor));
  const idOf = (code: string): string => known.indicators.find((each) => each.code === code)?.id ?? '';
  const target = async (code: string, period: number, strength: 'floor' | 'aim', definition: TargetDefinitionDto) =>
    lane.targets.set(district.actor, {
      ...{ indicatorId: idOf(code), period: String(period), strength, direction: 'higher', definition },
      reason: `${period} 年度工作目标`,
    });
  const plain = { baseline: null, unions: [], periods: [], shortfallReason: null };
  for (const [code, value] of PAST) await target(code, reportYear, 'floor', { ...plain, value });
  const typeOf = (ledger: string): TypeInHand => {
    const type = known.ledgers.get(ledger);
    if (type === undefined) throw new Error(`The demo has no ledger ${ledger}`);
    return type;
  };
  const enterprises = inventEnterprises(district, dayOf(now));
  for (const { ledger, place, above, entries } of closedYearLedgers(district, enterprises))
    await enter(lane, { actor: place.actor, above: above?.actor ?? null }, typeOf(ledger), entries, KEPT);
  lane.begin();
  lane.moveTo(`${reportYear + 1}-01-12`);
  const measured = new Set((await lane.annualReports.read(district.actor, reportYear)).figures.map(({ code }) => code));
  for (const { code, target: value, strength, unit } of goals) {
    const baseline =
      measured.has(code) || KNOWN_BEFORE.has(code) ? { period: String(reportYear), value: null, source: null } : null;
    const unions = district.below.map(({ unionId }) => ({ unionId, value: String(value) }));
    const shared = sharesOf(district, code, value).map((share) => ({
      unionId: share.place.unionId,
      value: String(share.target),
    }));
    await target(code, reportYear + 1, strength, {
      ...plain,
      value: String(value),
      baseline,
      unions: unit === '%' ? unions : shared,
    });
  }
  const { id } = await lane.approvals.submit(district.actor, reportYear);
  lane.moveTo(`${reportYear + 1}-01-14`);
  const { digest } = await lane.annualReports.read(district.reviewer, reportYear);
  await lane.approvals.approve(district.reviewer, id, digest);
  for (const { ledger, place, above, entries } of yearAfterLedgers(district, enterprises))
    await enter(lane, { actor: place.actor, above: above?.actor ?? null }, typeOf(ledger), entries, AFTER, inOneGo);
}

/** Goals of the year after whose indicators had a value in the closed year already. */
const KNOWN_BEFORE = new Set([
  'rate.establishment.legal-person',
  'rate.wage-bargaining',
  'rate.wage-agreement-key-enterprises',
  'training.free-trainees',
]);
