/** Reads the versions of a scheme (方案版本), each with what changed. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { schemeDifference } from './documents/scheme-difference';
import { SchemeVersion } from './scheme-version.entity';
import type { SchemeVersionList, SchemeVersionSummary, SchemeVersionView } from './scheme-version.view';
import { findOwn } from './scheme.service';

@Injectable()
export class SchemeVersionReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** The latest first. */
  async list(
    actor: Actor,
    id: string,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<SchemeVersionList> {
    const { manager } = this.database;
    await findOwn(manager, actor, id, false);
    const [versions, total] = await manager.findAndCount(SchemeVersion, {
      where: { districtId: actor.districtId, schemeId: id },
      order: { version: 'DESC' },
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: { version: true, title: true, year: true, writtenBy: true, writtenAt: true },
    });
    const names = await namesOf(manager, actor.districtId, versions);
    return { items: versions.map((version) => summary(version, names)), page, pageSize, total };
  }

  /** One version, compared with the one before it or with `against`. */
  async get(actor: Actor, id: string, version: number, against?: number): Promise<SchemeVersionView> {
    const { manager } = this.database;
    await findOwn(manager, actor, id, false);
    const comparedWith = against ?? (version > 1 ? version - 1 : null);
    const [found, earlier] = await Promise.all([
      this.find(actor, id, version),
      comparedWith === null ? null : this.find(actor, id, comparedWith, against === undefined),
    ]);
    if (found === null) throw new NotFound();
    return {
      ...summary(found, await namesOf(manager, actor.districtId, [found])),
      definition: found.definition,
      comparedWith: earlier?.version ?? null,
      changes: earlier === null ? [] : schemeDifference(earlier, found),
    };
  }

  /** Versions from before they were kept are nowhere: then nothing is compared. */
  private async find(actor: Actor, schemeId: string, version: number, lost = false): Promise<SchemeVersion | null> {
    const where = { districtId: actor.districtId, schemeId, version };
    const found = await this.database.manager.findOneBy(SchemeVersion, where);
    if (found === null && !lost) throw new NotFound();
    return found;
  }
}

function summary({ version, title, year, writtenBy, writtenAt }: SchemeVersion, names: Names): SchemeVersionSummary {
  return { version, title, year, writtenBy: names.get(writtenBy) ?? '', writtenAt: writtenAt.toISOString() };
}

type Names = ReadonlyMap<string, string>;

async function namesOf(tx: EntityManager, districtId: string, versions: readonly SchemeVersion[]): Promise<Names> {
  const rows: { id: string; name: string }[] = await tx.query(
    'select id, name from officer where district_id = $1 and id = any($2::uuid[])',
    [districtId, versions.map(({ writtenBy }) => writtenBy)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
