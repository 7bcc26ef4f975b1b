/** Schemes (考核方案): written by a union for the unions directly below it, and free to change until one is used. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, EntityManager, In } from 'typeorm';
import type { Actor, Tier } from '../kernel/actor';
import { Conflict, DomainError, NotFound, expectVersion } from '../kernel/errors';
import { newId } from '../kernel/id';
import { tierBelow } from '../organization/tier';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { Assessment } from './assessment.entity';
import { validateScheme } from './scheme-definition';
import type { SchemeDefinition } from './scheme-types';
import { Scheme } from './scheme.entity';
import { type SchemeList, type SchemeView, schemeView } from './scheme.view';

export interface SchemeGiven {
  year: number;
  title: string;
  /** Checked as a whole; errors are named below `definition`. */
  definition: unknown;
}

@Injectable()
export class SchemeService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
  ) {}

  /** The schemes of the actor's own union, the latest year first. */
  async list(
    actor: Actor,
    { year, page, pageSize }: { year?: number; page: number; pageSize: number },
  ): Promise<SchemeList> {
    const { manager } = this.database;
    const [schemes, total] = await manager.findAndCount(Scheme, {
      where: { districtId: actor.districtId, ownerId: actor.unionId, ...(year === undefined ? {} : { year }) },
      order: { year: 'DESC', id: 'DESC' },
      skip: (page - 1) * pageSize,
      take: pageSize,
    });
    const used = await assessmentsOf(
      manager,
      actor.districtId,
      schemes.map((scheme) => scheme.id),
    );
    return { items: schemes.map((scheme) => schemeView(scheme, used.get(scheme.id) ?? null)), page, pageSize, total };
  }

  async get(actor: Actor, id: string): Promise<SchemeView> {
    const { manager } = this.database;
    const scheme = await findOwn(manager, actor, id, false);
    return schemeView(scheme, await assessmentOf(manager, scheme));
  }

  /** Errors: scheme.invalid (422) with every wrong place. */
  create(actor: Actor, given: SchemeGiven): Promise<SchemeView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, unionId: ownerId, path, officerId: createdBy } = actor;
      const checked = { ...given, definition: checkedDefinition(given.definition) };
      const id = newId();
      const scheme = tx.create(Scheme, {
        ...checked,
        districtId,
        id,
        ownerId,
        path,
        forTier: tierScoredBy(actor),
        version: 1,
        createdBy,
      });
      await tx.insert(Scheme, scheme);
      const view = schemeView(scheme, null);
      await audit(tx, actor, 'scheme.created', id, { after: view });
      return view;
    });
  }

  /** Errors: scheme.invalid (422), scheme.inUse (409), changedMeanwhile (412). */
  change(actor: Actor, id: string, version: number, given: SchemeGiven): Promise<SchemeView> {
    return this.deeds.run(actor, async (tx) => {
      const scheme = await findOwn(tx, actor, id, true);
      expectVersion(scheme.version, version);
      if ((await assessmentOf(tx, scheme)) !== null) throw inUse();
      const before = schemeView(scheme, null);
      const { year, title } = given;
      const change = { year, title, definition: checkedDefinition(given.definition), version: version + 1 };
      Object.assign(scheme, change);
      await tx.update(Scheme, { districtId: actor.districtId, id }, change);
      const view = schemeView(scheme, null);
      await audit(tx, actor, 'scheme.changed', id, { before, after: view });
      return view;
    });
  }
}

/** A scheme of the actor's own union; `locked` against everybody who would change or use it. */
export async function findOwn(tx: EntityManager, actor: Actor, id: string, locked: boolean): Promise<Scheme> {
  const lock = locked ? ({ mode: 'pessimistic_write' } as const) : undefined;
  const scheme = await tx.findOne(Scheme, {
    where: { districtId: actor.districtId, id, ownerId: actor.unionId },
    lock,
  });
  if (scheme === null) throw new NotFound();
  return scheme;
}

/** The assessment that uses a scheme. */
export async function assessmentOf(tx: EntityManager, { districtId, id }: Scheme): Promise<string | null> {
  return (await assessmentsOf(tx, districtId, [id])).get(id) ?? null;
}

async function assessmentsOf(
  tx: EntityManager,
  districtId: string,
  schemeIds: readonly string[],
): Promise<Map<string, string>> {
  if (schemeIds.length === 0) return new Map();
  const where = { districtId, schemeId: In(schemeIds) };
  const found = await tx.find(Assessment, { where, select: { id: true, schemeId: true } });
  return new Map(found.map(({ id, schemeId }) => [schemeId, id]));
}

function checkedDefinition(definition: unknown): SchemeDefinition {
  const errors = validateScheme(definition, 'definition');
  if (errors.length === 0) return definition as SchemeDefinition;
  throw new DomainError(
    'refused',
    'scheme.invalid',
    {
      zh: '考核方案不符合要求，请按提示修改。',
      en: 'The scheme is not right yet: correct the places named.',
    },
    errors,
  );
}

/** The tier directly below: the lowest tier scores nobody. */
function tierScoredBy(actor: Actor): Tier {
  const tier = tierBelow(actor.tier);
  if (tier === null) throw new NotFound();
  return tier;
}

function inUse(): Conflict {
  return new Conflict('scheme.inUse', {
    zh: '已按该方案开展考核，方案不能再改动；请另建方案。',
    en: 'An assessment uses this scheme, so it stays as it is: write another one.',
  });
}
