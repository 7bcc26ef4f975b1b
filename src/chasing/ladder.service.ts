/** The ladders of a district (催办阶梯): read, set anew with a reason; every change is a version of its own. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { expectVersion } from '../kernel/errors';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { builtIn, checkLadder, type LadderKind, type LadderStep } from './ladder';
import type { LadderVersions, LadderView } from './ladder.view';

type Row = Omit<LadderView, 'writtenAt'> & { writtenAt: Date; total: number };

const columns = `
  l.kind, l.version, l.steps, l.reason, o.name as "writtenBy", l.written_at as "writtenAt"
  from ladder l join officer o on o.district_id = l.district_id and o.id = l.written_by
  where l.district_id = $1`;

@Injectable()
export class LadderService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
  ) {}

  async get({ districtId }: Actor, kind: LadderKind): Promise<LadderView> {
    return (await currentLadders(this.database.manager, districtId))[kind];
  }

  /** How it was set before, the newest first. */
  async versions(
    { districtId }: Actor,
    kind: LadderKind,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<LadderVersions> {
    const rows: Row[] = await this.database.query(
      `select count(*) over ()::int as total, ${columns} and l.kind = $2 order by l.version desc limit $3 offset $4`,
      [districtId, kind, pageSize, (page - 1) * pageSize],
    );
    return { items: rows.map(viewOf), page, pageSize, total: rows[0]?.total ?? 0 };
  }

  /** Sets it anew. What was told already is not told again. Errors: ladder.* (422), changedMeanwhile (412). */
  set(
    actor: Actor,
    kind: LadderKind,
    version: number,
    given: { steps: readonly LadderStep[]; reason: string },
  ): Promise<LadderView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId } = actor;
      await tx.query('select 1 from trade_union where district_id = $1 and id = $1 for no key update', [districtId]);
      const before = (await currentLadders(tx, districtId))[kind];
      expectVersion(before.version, version);
      checkLadder(kind, given.steps);
      const steps = given.steps.map(({ key, offset, whom, channels, urgent, template }) => ({
        key,
        offset,
        whom,
        channels,
        urgent,
        template,
      }));
      await tx.query(
        `insert into ladder (district_id, kind, version, steps, reason, written_by, written_at)
         values ($1, $2, $3, $4, $5, $6, app_now())`,
        [districtId, kind, version + 1, JSON.stringify(steps), given.reason, officerId],
      );
      const after = (await currentLadders(tx, districtId))[kind];
      await audit(tx, actor, 'ladder.set', districtId, { before, after });
      return after;
    });
  }
}

/** The ladders in force, built in where the district has set none. */
export async function currentLadders(tx: EntityManager, districtId: string): Promise<Record<LadderKind, LadderView>> {
  const rows: Row[] = await tx.query(`select distinct on (l.kind) ${columns} order by l.kind, l.version desc`, [
    districtId,
  ]);
  const of = (kind: LadderKind): LadderView => {
    const row = rows.find((each) => each.kind === kind);
    return row === undefined ? builtInView(kind) : viewOf(row);
  };
  return { task: of('task'), review: of('review') };
}

function builtInView(kind: LadderKind): LadderView {
  const steps = builtIn[kind].map((step) => ({ ...step, whom: [...step.whom], channels: [...step.channels] }));
  return { kind, version: 0, steps, reason: null, writtenBy: null, writtenAt: null };
}

function viewOf({ kind, version, steps, reason, writtenBy, writtenAt }: Row): LadderView {
  return { kind, version, steps, reason, writtenBy, writtenAt: writtenAt.toISOString() };
}
