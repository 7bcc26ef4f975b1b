/** Defining forms (报表定义): made, tried, published anew from a period on, retired and taken up again. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { expectVersion, type FieldError, NotFound } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { isPeriod, periodAfter, type PeriodKind, periodNamed } from '../../kernel/period';
import { announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { schemaOf } from '../check/cell-values';
import { countOwing } from '../owing/owing';
import { daysOf, type PeriodDays, stageOn } from '../period/moments';
import { turnForm } from '../period/turn';
import type { FormDefinition } from './definition';
import { definitionErrors } from './definition-check';
import { FormVersion } from './form-version.entity';
import { Form } from './form.entity';
import { differencesOf, formDetail, MOST_FORMS } from './form.reader';
import * as no from './form-refusals';
import type { FormDetail, FormTrial } from './form.view';

interface Published {
  readonly definition: FormDefinition;
  readonly fromPeriod: string;
  readonly reason: string;
}

@Injectable()
export class FormService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: form.code, form.tooMany (409), form.definition, form.periodKind, form.lockedPeriod (422). */
  create(
    actor: Actor,
    given: Omit<Published, 'fromPeriod'> & { code: string; periodKind: PeriodKind; firstPeriod: string },
  ): Promise<FormDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const { code, periodKind, firstPeriod, definition, reason } = given;
      await requireFit(tx, districtId, definition);
      if (!isPeriod(firstPeriod, periodKind)) throw no.wrongPeriod('firstPeriod');
      await requireUnlocked(tx, districtId, definition, firstPeriod, 'firstPeriod');
      if (await tx.existsBy(Form, { districtId, code })) throw no.codeTaken();
      if ((await tx.countBy(Form, { districtId })) >= MOST_FORMS) throw no.tooMany();
      const { name, programme } = definition;
      const form = tx.create(Form, { districtId, id: newId(), code, name, programme, periodKind, firstPeriod });
      const turn = { version: 1, lastPeriod: null, nextLock: firstPeriod, turnOn: periodNamed(firstPeriod).to };
      Object.assign(form, turn);
      await tx.insert(Form, form);
      await publish(tx, actor, form, { definition, fromPeriod: firstPeriod, reason });
      return formDetail(tx, districtId, form.id);
    });
  }

  /** What is wrong with a definition, without a trace; with `formId`, held against what stands. */
  try(
    actor: Actor,
    { definition, period }: { definition: FormDefinition; period?: string },
    formId: string | null,
  ): Promise<FormTrial> {
    return this.deeds.transaction(async (tx) => {
      const { districtId } = actor;
      const before = formId === null ? undefined : await formDetail(tx, districtId, formId);
      await requireFit(tx, districtId, definition, before?.definition);
      const owing = await countOwing(tx, districtId, definition, await todayOf(tx));
      const days = isPeriod(period) ? await reckoned(tx, districtId, definition, period) : null;
      const differences = differencesOf(before?.definition, definition);
      return { schema: schemaOf(definition), owing, differences, days };
    });
  }

  /**
   * Another version, from a period on; what is locked stays as it was. Errors: changedMeanwhile (412), form.unchanged
   * (409), form.definition, form.periodKind, form.lockedPeriod, form.beforeEarlier (422), notFound.
   */
  publish(actor: Actor, id: string, seen: number, given: Published): Promise<FormDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const form = await takeForm(tx, districtId, id);
      expectVersion(form.version, seen);
      const stands = await formDetail(tx, districtId, id);
      const { definition, fromPeriod } = given;
      await requireFit(tx, districtId, definition, stands.definition);
      if (!isPeriod(fromPeriod, form.periodKind)) throw no.wrongPeriod('fromPeriod');
      if (fromPeriod < stands.fromPeriod) throw no.beforeEarlier(stands.fromPeriod);
      await requireUnlocked(tx, districtId, stands.definition, fromPeriod, 'fromPeriod');
      await requireUnlocked(tx, districtId, definition, fromPeriod, 'fromPeriod');
      if (await isSame(tx, stands.definition, definition)) throw no.unchanged();
      const { name, programme } = definition;
      const change = { name, programme, version: form.version + 1 };
      Object.assign(form, change);
      await tx.update(Form, { districtId, id }, change);
      await publish(tx, actor, form, given);
      return formDetail(tx, districtId, id);
    });
  }

  /** Nothing is owed after its last period. Errors: form.retired (409), form.periodKind, form.lastTooEarly (422), notFound. */
  retire(
    actor: Actor,
    id: string,
    { lastPeriod, reason }: { lastPeriod: string; reason: string },
  ): Promise<FormDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const form = await takeForm(tx, districtId, id);
      if (form.lastPeriod !== null) throw no.retiredAlready();
      if (!isPeriod(lastPeriod, form.periodKind)) throw no.wrongPeriod('lastPeriod');
      const [{ locked }]: [{ locked: string | null }] = await tx.query(
        `select max(period) as locked from form_period where district_id = $1 and form_id = $2 and locked_at is not null`,
        [districtId, id],
      );
      const least = locked ?? form.firstPeriod;
      if (lastPeriod < least) throw no.lastTooEarly(least);
      await tx.update(Form, { districtId, id }, { lastPeriod });
      await tx.query(
        `delete from form_period where district_id = $1 and form_id = $2 and period > $3 and locked_at is null`,
        [districtId, id, lastPeriod],
      );
      await tell(tx, actor, form, 'form.retired', reason);
      return formDetail(tx, districtId, id);
    });
  }

  /** Owed again, as if it had never ended. Errors: form.notRetired, form.periodsLost (409), notFound. */
  resume(actor: Actor, id: string, reason: string): Promise<FormDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const form = await takeForm(tx, districtId, id);
      const { lastPeriod } = form;
      if (lastPeriod === null) throw no.notRetired();
      const { definition } = await formDetail(tx, districtId, id);
      const next = periodAfter(periodNamed(lastPeriod)).name;
      if (await isLocked(tx, districtId, definition, next)) throw no.periodsLost();
      const change = { lastPeriod: null, turnOn: await todayOf(tx) };
      Object.assign(form, change);
      await tx.update(Form, { districtId, id }, change);
      await turnForm(tx, form);
      await tell(tx, actor, form, 'form.published', reason);
      return formDetail(tx, districtId, id);
    });
  }
}

async function takeForm(tx: EntityManager, districtId: string, id: string): Promise<Form> {
  const form = await tx.findOne(Form, { where: { districtId, id }, lock: { mode: 'pessimistic_write' } });
  if (form === null) throw new NotFound();
  return form;
}

async function publish(tx: EntityManager, actor: Actor, form: Form, published: Published): Promise<void> {
  const { districtId, officerId } = actor;
  const { id: formId, version } = form;
  await tx.insert(FormVersion, { districtId, formId, version, publishedBy: officerId, ...published });
  await turnForm(tx, form);
  await tell(tx, actor, form, 'form.published', published.reason);
}

async function tell(
  tx: EntityManager,
  actor: Actor,
  { id, code, name, programme, version }: Form,
  name_: 'form.published' | 'form.retired',
  reason: string,
): Promise<void> {
  const { unionId, path } = actor;
  const body = { form: { formId: id, code, name, programme, version }, reason };
  await announce(tx, actor, { name: name_, unionId, path, subjectId: id, body });
}

/** Errors: form.definition, with all that is wrong. */
async function requireFit(
  tx: EntityManager,
  districtId: string,
  definition: FormDefinition,
  before?: FormDefinition,
): Promise<void> {
  const { under, unions } = definition.owedBy;
  const named = [...new Set([...under, ...unions])];
  const found: { id: string }[] = await tx.query(
    'select id from trade_union where district_id = $1 and id = any($2::uuid[])',
    [districtId, named],
  );
  const known = new Set(found.map(({ id }) => id));
  const strange = (at: 'under' | 'unions'): FieldError[] =>
    definition.owedBy[at].every((id) => known.has(id)) ? [] : [no.strangeUnions(`owedBy.${at}`)];
  no.requireRight([...definitionErrors(definition, before), ...strange('under'), ...strange('unions')]);
}

const todayOf = async (tx: EntityManager): Promise<string> => {
  const [{ today }]: [{ today: string }] = await tx.query('select app_today()::text as today');
  return today;
};

/** By the jsonb of both: order of keys and writing aside. */
async function isSame(tx: EntityManager, one: FormDefinition, other: FormDefinition): Promise<boolean> {
  const [{ same }]: [{ same: boolean }] = await tx.query('select $1::jsonb = $2::jsonb as same', [
    JSON.stringify(one),
    JSON.stringify(other),
  ]);
  return same;
}

async function reckoned(
  tx: EntityManager,
  districtId: string,
  { moments }: FormDefinition,
  period: string,
): Promise<Omit<PeriodDays, 'startsOn' | 'endsOn'>> {
  const rows: { day: string; working: boolean }[] = await tx.query(
    `select day::text as day, working from working_day where district_id = $1 and day > $2::date and day <= $2::date + 500`,
    [districtId, periodNamed(period).to],
  );
  const overrides = new Map(rows.map(({ day, working }) => [day, working]));
  const { opensOn, dueOn, locksOn } = daysOf(period, moments, overrides);
  return { opensOn, dueOn, locksOn };
}

const isLocked = async (
  tx: EntityManager,
  districtId: string,
  definition: FormDefinition,
  period: string,
): Promise<boolean> => stageOn(await reckoned(tx, districtId, definition, period), await todayOf(tx)) === 'locked';

async function requireUnlocked(
  tx: EntityManager,
  districtId: string,
  definition: FormDefinition,
  period: string,
  field: string,
): Promise<void> {
  if (await isLocked(tx, districtId, definition, period)) throw no.lockedPeriod(field);
}
