/** A case in hand (诉求件): locked for a deed, and what every deed does to it: a step, a version, an announcement. */
import type { EntityManager } from 'typeorm';
import type { CaseBody } from '../events/case-body';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { announce } from '../outbox/announce';
import type { CaseStepKind } from './case-course';
import type { CaseChange } from './case-step.entity';
import { InboundCase } from './inbound-case.entity';

/** handler: the union that handles it; above: directly above it (the district for its own); over: at or above it. */
export type Side = 'handler' | 'above' | 'over';

const takeSql = `
  select 1 from inbound_case c join trade_union u on u.district_id = $1 and u.id = c.union_id
  join case_source s on s.district_id = $1 and s.id = c.source_id
  where c.district_id = $1 and c.id = $2 and s.application_id <> $4
    and case $6 when 'handler' then u.id = $3 when 'above' then u.parent_id = $3 or (u.id = $1 and $3 = $1)
      else u.path <@ $5::ltree end
  for update of c`;

/** Out of reach reads like missing; so does a case to the program that sent it. Errors: notFound. */
export async function takeCase(
  tx: EntityManager,
  { districtId, unionId, officerId, path }: Actor,
  id: string,
  side: Side,
): Promise<InboundCase> {
  const taken: unknown[] = await tx.query(takeSql, [districtId, id, unionId, officerId, path, side]);
  if (taken.length === 0) throw new NotFound();
  return tx.findOneByOrFail(InboundCase, { districtId, id });
}

export interface Told {
  readonly words?: string | null;
  readonly changes?: readonly CaseChange[];
}

/** Stores what changes with the step that changes it, and announces it to the union that handles it now. */
export async function advance(
  tx: EntityManager,
  actor: Actor,
  found: InboundCase,
  kind: CaseStepKind,
  change: Partial<InboundCase>,
  { words = null, changes = [] }: Told = {},
): Promise<void> {
  const { districtId, id, status, unionId } = found;
  Object.assign(found, change, { version: found.version + 1 });
  await tx.update(InboundCase, { districtId, id }, { ...change, version: found.version });
  await tell(tx, actor, found, kind, { words, changes }, { status, unionId });
}

const stepSql = `
  insert into case_step (district_id, case_id, no, kind, union_id, officer_id, words, changes)
  select $1, $2, (select count(*) + 1 from case_step where district_id = $1 and case_id = $2), $3, $4, $5, $6, $7`;

const placeSql = `
  select u.path::text as path, s.code as source from trade_union u, case_source s
  where u.district_id = $1 and u.id = $2 and s.district_id = $1 and s.id = $3`;

export async function tell(
  tx: EntityManager,
  actor: Actor,
  found: InboundCase,
  kind: CaseStepKind,
  { words = null, changes = [] }: Told,
  before?: object,
): Promise<void> {
  const { districtId, id, unionId, sourceId } = found;
  const said = changes.length === 0 ? null : JSON.stringify(changes);
  await tx.query(stepSql, [districtId, id, kind, unionId, actor.officerId, words, said]);
  const [{ path, source }]: [{ path: string; source: string }] = await tx.query(placeSql, [
    districtId,
    unionId,
    sourceId,
  ]);
  await announce(tx, actor, {
    name: `case.${kind}`,
    ...{ unionId, path, subjectId: id, ...(before === undefined ? {} : { before }) },
    // an answer is read on the case
    body: { case: bodyOf(found, source), reason: kind === 'answered' ? null : words },
  });
}

function bodyOf({ id, number, title, kind, unionId, status, dueOn }: InboundCase, source: string): CaseBody {
  return { caseId: id, source, number, title, kind, unionId, status, dueOn };
}
