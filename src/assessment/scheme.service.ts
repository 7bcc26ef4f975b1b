/** Schemes (考核方案): written by a union for the unions directly below it, and free to change until one is used. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, EntityManager, In } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Conflict, NotFound, expectVersion } from '../kernel/errors';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { Assessment } from './assessment.entity';
import { checkedDefinition } from './scheme-check';
import { Scheme } from './scheme.entity';
import { addScheme, keepVersion } from './scheme.writer';
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
    return this.deeds.run(actor, (tx) =>
      addScheme(tx, actor, { ...given, definition: checkedDefinition(given.definition) }),
    );
  }

  /** The same scheme for another year, as it stands now. Errors: notFound. */
  copy(actor: Actor, id: string, { year, title }: { year: number; title?: string }): Promise<SchemeView> {
    return this.deeds.run(actor, async (tx) => {
      const scheme = await findOwn(tx, actor, id, true);
      const { definition, version } = scheme;
      const copy = { year, title: title ?? titleFor(scheme, year), definition };
      return addScheme(tx, actor, copy, { from: id, version });
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
      await keepVersion(tx, actor, scheme);
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

/** The year goes along where the title names it. */
const titleFor = ({ title, year }: Scheme, then: number): string => title.replaceAll(String(year), String(then));

function inUse(): Conflict {
  return new Conflict('scheme.inUse', {
    zh: '已按该方案开展考核，方案不能再改动；请另建方案。',
    en: 'An assessment uses this scheme, so it stays as it is: write another one.',
  });
}
