/** Proposing that enterprises are abnormal, do not exist, or are normal after all (核查提请), and taking it back. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Standing } from '../../events/enterprise-body';
import type { Actor } from '../../kernel/actor';
import { Conflict, NotFound } from '../../kernel/errors';
import { isWithin, newId } from '../../kernel/id';
import { RowFaults } from '../../kernel/row-faults';
import { announce, audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { EnterpriseVerification } from './enterprise-verification.entity';
import { decidedAlready, faultOfProposal } from './verification-rules';
import { readVerifications } from './verification.reader';
import type { VerificationsView } from './verification.view';

export interface Proposal {
  readonly enterpriseIds: readonly string[];
  readonly finding: Standing;
  readonly reason: string;
}

interface Found {
  readonly enterpriseId: string;
  readonly creditCode: string;
  readonly name: string;
  readonly unionId: string;
  readonly standing: Standing;
  readonly closedOn: string | null;
  readonly path: string;
  readonly open: boolean;
}

const lockSql = `
  select e.id as "enterpriseId", e.credit_code as "creditCode", e.name, e.union_id as "unionId", e.standing,
    e.closed_on::text as "closedOn", u.path::text as path, exists (
      select 1 from enterprise_verification v where v.enterprise_id = e.id and v.district_id = $1 and v.status = 'proposed') as open
  from enterprise e join trade_union u on u.district_id = $1 and u.id = e.union_id
  where e.district_id = $1 and e.id = any($2::uuid[]) order by e.id for update of e`;

const insertSql = `
  insert into enterprise_verification (district_id, id, proposal_id, enterprise_id, union_id, path, decider_id, finding, reason,
    status, proposed_by, proposed_at)
  select $1, g.id, $2, g.enterprise_id, $3, $4, (select parent_id from trade_union where district_id = $1 and id = $3), $5, $6,
    'proposed', $7, app_now()
  from unnest($8::uuid[], $9::uuid[]) as g(id, enterprise_id)`;

@Injectable()
export class VerificationService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** All or none; the union above decides. Errors by row: notFound, verification.same (422), verification.open, enterprise.closed (409). */
  propose(actor: Actor, { enterpriseIds, finding, reason }: Proposal): Promise<VerificationsView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, unionId, path, officerId } = actor;
      const enterprises = await this.lock(tx, actor, enterpriseIds, finding);
      const proposalId = newId();
      const ids = enterprises.map(() => newId());
      const about = [districtId, proposalId, unionId, path, finding, reason, officerId];
      await tx.query(insertSql, [...about, ids, enterprises.map(({ enterpriseId }) => enterpriseId)]);
      const words = enterprises.map(({ enterpriseId, creditCode, name, unionId: of }) => ({
        enterpriseId,
        creditCode,
        name,
        unionId: of,
      }));
      const body = { proposalId, unionId, finding, enterprises: words, reason, counts: [] };
      await announce(tx, actor, { name: 'verification.proposed', unionId, path, subjectId: proposalId, body });
      return { items: await readVerifications(tx, districtId, ids) };
    });
  }

  /** Taken back by the union that proposed, while nobody has decided. Errors: notFound, verification.decided (409). */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const { districtId, unionId } = actor;
      const lock = { mode: 'pessimistic_write' } as const;
      const found = await tx.findOne(EnterpriseVerification, { where: { districtId, id, unionId }, lock });
      if (found === null) throw new NotFound();
      if (found.status !== 'proposed') throw new Conflict(decidedAlready.code, decidedAlready.words);
      await tx.update(EnterpriseVerification, { districtId, id }, { status: 'withdrawn' });
      await audit(tx, actor, 'verification.withdrawn', id);
      return {};
    });
  }

  private async lock(
    tx: EntityManager,
    { districtId, path: top }: Actor,
    ids: readonly string[],
    finding: Standing,
  ): Promise<Found[]> {
    const rows: Found[] = await tx.query(lockSql, [districtId, ids]);
    const found = new Map(rows.map((row) => [row.enterpriseId, row]));
    const faults = new RowFaults();
    const right = ids.flatMap((id, no): Found[] => {
      const enterprise = found.get(id);
      const field = `enterpriseIds[${no}]`;
      if (enterprise === undefined || !isWithin(enterprise.path, top)) {
        faults.add(field, new NotFound());
        return [];
      }
      const fault = faultOfProposal(enterprise, finding);
      if (fault !== null) faults.add(field, fault, fault.code === 'verification.same' ? 'rule' : 'state');
      return [enterprise];
    });
    faults.throwIfAny();
    return right;
  }
}
