/** Defining ledgers (台账定义): made, tried, published anew as another version, retired and taken up again. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Conflict, DomainError, expectVersion, type FieldError } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { announce, audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { schemaOf } from '../entry/entry-schema';
import type { LedgerDefinition } from './definition';
import { definitionErrors } from './definition-check';
import { differences } from './definition-difference';
import { type BrokenUse, FieldUsers } from './field-users.service';
import { LedgerType } from './ledger-type.entity';
import { kindsEver, MOST_TYPES, told, typeDetail, typeInHand } from './ledger-type.reader';
import type { LedgerTrial, LedgerTypeDetail } from './ledger-type.view';
import { LedgerVersion } from './ledger-version.entity';
import { fillSlots, requireFewEntries } from './slot-filling';
import { withSlots } from './slots';

@Injectable()
export class LedgerTypeService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(FieldUsers) private readonly users: FieldUsers,
  ) {}

  /** Errors: ledger.code (409), ledger.tooMany (409), invalid with all that is wrong (422). */
  create(
    actor: Actor,
    { code, definition, reason }: { code: string; definition: LedgerDefinition; reason: string },
  ): Promise<LedgerTypeDetail> {
    return this.deeds.run(actor, (tx) => createLedgerType(tx, actor, { code, definition, reason }));
  }

  /** The form and what would change, without a trace; with `typeId`, held against what stands. */
  try(actor: Actor, definition: LedgerDefinition, typeId: string | null): Promise<LedgerTrial> {
    return this.deeds.transaction(async (tx) => {
      const { districtId } = actor;
      const before = typeId === null ? undefined : await typeInHand(tx, districtId, typeId);
      const kinds = before === undefined ? undefined : await kindsEver(tx, districtId, before.id);
      requireRight(definitionErrors(definition, kinds));
      const slots = withSlots(before?.slots ?? {}, definition.fields);
      const schema = schemaOf(definition);
      if (before === undefined) return { schema, differences: [], breaks: [] };
      const broken = await this.users.brokenBy(tx, districtId, { ...before, definition, slots });
      const breaks = broken.map(({ code, name, fields, words }) => ({ code, name, fields: [...fields], ...words }));
      return { schema, differences: differences(before.definition, definition).map(told), breaks };
    });
  }

  /**
   * Another version; entries keep the one they were made with. `breaks`: what it is known to break. Errors:
   * changedMeanwhile (412), ledger.unchanged, ledger.breaks (409), invalid (422), notFound.
   */
  publish(
    actor: Actor,
    id: string,
    seen: number,
    { definition, reason, breaks = [] }: { definition: LedgerDefinition; reason: string; breaks?: readonly string[] },
  ): Promise<LedgerTypeDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const type = await typeInHand(tx, districtId, id, { lock: 'for update of t' });
      expectVersion(type.version, seen);
      requireRight(definitionErrors(definition, await kindsEver(tx, districtId, id)));
      if (differences(type.definition, definition).length === 0) throw unchanged();
      const slots = withSlots(type.slots, definition.fields);
      const broken = await this.users.brokenBy(tx, districtId, { ...type, definition, slots });
      if (broken.some(({ code }) => !breaks.includes(code))) throw wouldBreak(broken);
      const late = definition.fields.filter(
        ({ key }) => slots[key] !== type.slots[key] && type.definition.fields.some((field) => field.key === key),
      );
      if (late.length > 0) await requireFewEntries(tx, id);
      const [version, { name, programme }] = [type.version + 1, definition];
      await tx.update(LedgerType, { districtId, id }, { name, programme, version, slots });
      await publish(tx, actor, { id, code: type.code, version, definition, reason });
      if (broken.length > 0) {
        const indicators = broken.map(({ code }) => code);
        await audit(tx, actor, 'ledger.broke', id, { after: { version, indicators } });
      }
      if (late.length > 0) await fillSlots(tx, districtId, id, slots, late);
      return typeDetail(tx, districtId, id);
    });
  }

  /** Takes no new entries any more; what was entered stays and counts. Errors: ledger.retired (409), notFound. */
  retire(actor: Actor, id: string, reason: string): Promise<LedgerTypeDetail> {
    return this.turn(actor, id, true, reason);
  }

  /** Takes entries again. Errors: ledger.notRetired (409), notFound. */
  resume(actor: Actor, id: string, reason: string): Promise<LedgerTypeDetail> {
    return this.turn(actor, id, false, reason);
  }

  private turn(actor: Actor, id: string, retired: boolean, reason: string): Promise<LedgerTypeDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, unionId, path } = actor;
      const type = await typeInHand(tx, districtId, id, { lock: 'for update of t' });
      if (type.retired === retired) throw retired ? retiredAlready() : notRetired();
      await tx.update(LedgerType, { districtId, id }, { retired });
      const { code, name, programme, version } = type;
      await announce(tx, actor, {
        name: retired ? 'ledger.retired' : 'ledger.published',
        unionId,
        path,
        subjectId: id,
        body: { ledger: { ledgerId: id, code, name, programme, version }, reason },
      });
      return typeDetail(tx, districtId, id);
    });
  }
}

/** Within a deed. Errors as for create. */
export async function createLedgerType(
  tx: EntityManager,
  actor: Actor,
  { code, definition, reason }: { code: string; definition: LedgerDefinition; reason: string },
): Promise<LedgerTypeDetail> {
  const { districtId } = actor;
  requireRight(definitionErrors(definition));
  if (await tx.existsBy(LedgerType, { districtId, code })) throw codeTaken();
  if ((await tx.countBy(LedgerType, { districtId })) >= MOST_TYPES) throw tooMany();
  const { name, programme, fields } = definition;
  const id = newId();
  const slots = withSlots({}, fields);
  await tx.insert(LedgerType, { districtId, id, code, name, programme, version: 1, slots });
  await publish(tx, actor, { id, code, version: 1, definition, reason });
  return typeDetail(tx, districtId, id);
}

async function publish(
  tx: EntityManager,
  actor: Actor,
  given: { id: string; code: string; version: number; definition: LedgerDefinition; reason: string },
): Promise<void> {
  const { districtId, officerId, unionId, path } = actor;
  const { id, code, version, definition, reason } = given;
  await tx.insert(LedgerVersion, { districtId, typeId: id, version, definition, reason, publishedBy: officerId });
  const { name, programme } = definition;
  await announce(tx, actor, {
    name: 'ledger.published',
    unionId,
    path,
    subjectId: id,
    body: { ledger: { ledgerId: id, code, name, programme, version }, reason },
  });
}

function requireRight(errors: readonly FieldError[]): void {
  if (errors.length === 0) return;
  const words = { zh: '台账定义有误，请按提示修改。', en: 'The ledger cannot be published as it is defined.' };
  const named = errors.map((error) => ({ ...error, field: `definition.${error.field}` }));
  throw new DomainError('refused', 'ledger.definition', words, named);
}

/** Each by its code and name, with what is wrong with it. */
function wouldBreak(broken: readonly BrokenUse[]): DomainError {
  const words = {
    zh: `发布后有 ${broken.length} 个指标无法计算，确认后方可发布。`,
    en: `Indicators that could no longer be worked out: ${broken.length}. Confirm that you know.`,
  };
  const errors = broken.map(({ code, name, words: { zh, en } }): FieldError => {
    const named = { zh: `指标“${name}”（${code}）：${zh}`, en: `Indicator “${name}” (${code}): ${en}` };
    return { field: 'breaks', code: 'ledger.breaks', words: named };
  });
  return new DomainError('conflict', 'ledger.breaks', words, errors);
}

const codeTaken = (): Conflict =>
  new Conflict('ledger.code', { zh: '已有台账使用这个代码。', en: 'Another ledger has this code.' });
const tooMany = (): Conflict =>
  new Conflict('ledger.tooMany', {
    zh: `一个区最多 ${MOST_TYPES} 种台账。`,
    en: `A district has at most ${MOST_TYPES} ledgers.`,
  });
const unchanged = (): Conflict =>
  new Conflict('ledger.unchanged', { zh: '与现行版本相同，无须发布。', en: 'It is the form that stands already.' });
const retiredAlready = (): Conflict =>
  new Conflict('ledger.retired', { zh: '台账已停用。', en: 'The ledger is retired.' });
const notRetired = (): Conflict =>
  new Conflict('ledger.notRetired', { zh: '台账未停用。', en: 'The ledger is not retired.' });
