/** Deciding on verifications (核查审定): by the union above, by another person, one or many, all or none. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EnterpriseWords, Standing } from '../../events/enterprise-body';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { RowFaults } from '../../kernel/row-faults';
import { type AnyAnnouncement, announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { countsOf } from '../enterprise-counts';
import type { VerificationStatus } from './enterprise-verification.entity';
import { faultOfDecision } from './verification-rules';
import { readVerifications } from './verification.reader';
import type { VerificationsView } from './verification.view';

export interface Decision {
  readonly verificationId: string;
  readonly outcome: 'accepted' | 'refused';
  readonly reason?: string;
}

interface InHand extends EnterpriseWords {
  readonly id: string;
  readonly proposalId: string;
  readonly proposer: string;
  readonly path: string;
  readonly finding: Standing;
  readonly status: VerificationStatus;
  readonly proposedBy: string;
  readonly files: number;
}

const lockSql = `
  select v.id, v.proposal_id as "proposalId", v.union_id as proposer, v.path::text as path, v.finding, v.status,
    v.proposed_by as "proposedBy", e.id as "enterpriseId", e.credit_code as "creditCode", e.name, e.union_id as "unionId", (
      select count(*)::int from verification_file f where f.proposal_id = v.proposal_id and f.district_id = $1) as files
  from enterprise_verification v join enterprise e on e.district_id = $1 and e.id = v.enterprise_id
  where v.district_id = $1 and v.id = any($2::uuid[]) and v.decider_id = $3 order by e.id for update of e, v`;

const decideSql = `
  update enterprise_verification v set status = g.outcome, decided_by = $2, decided_at = app_now(), decided_on = app_today(),
    decision_reason = g.reason
  from unnest($3::uuid[], $4::text[], $5::text[]) as g(id, outcome, reason) where v.district_id = $1 and v.id = g.id`;

/** What the finding makes of each enterprise, with its trace. */
const standSql = `
  with found as (
    select e.id, e.standing as before, v.finding, e.version + 1 as version, v.decision_reason, v.reason
    from enterprise_verification v join enterprise e on e.district_id = $1 and e.id = v.enterprise_id
    where v.district_id = $1 and v.id = any($3::uuid[])
  ), stood as (
    update enterprise e set standing = f.finding, standing_since = app_today(), version = f.version, updated_at = app_now()
    from found f where e.district_id = $1 and e.id = f.id
  )
  insert into enterprise_change (district_id, enterprise_id, no, kind, before, after, reason, officer_id)
  select $1, id, version, 'verified', jsonb_build_object('standing', before), jsonb_build_object('standing', finding),
    coalesce(decision_reason, reason), $2 from found`;

@Injectable()
export class VerificationDecisionService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * Errors by row: notFound, verification.samePerson, verification.noEvidence, verification.reason, verification.twice
   * (422), verification.decided (409).
   */
  decide(actor: Actor, decisions: readonly Decision[]): Promise<VerificationsView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId, unionId } = actor;
      const ids = decisions.map(({ verificationId }) => verificationId);
      const rows: InHand[] = await tx.query(lockSql, [districtId, ids, unionId]);
      const found = new Map(rows.map((row) => [row.id, row]));
      requireRight(decisions, found, officerId);
      const outcomes = decisions.map(({ outcome }) => outcome);
      const reasons = decisions.map(({ reason }) => reason ?? null);
      await tx.query(decideSql, [districtId, officerId, ids, outcomes, reasons]);
      const accepted = decisions.filter(({ outcome }) => outcome === 'accepted');
      await tx.query(standSql, [districtId, officerId, accepted.map(({ verificationId }) => verificationId)]);
      await announce(tx, actor, ...(await this.told(tx, districtId, decisions, found)));
      return { items: await readVerifications(tx, districtId, ids) };
    });
  }

  /** One announcement for what was proposed together and got the same answer. */
  private async told(
    tx: EntityManager,
    districtId: string,
    decisions: readonly Decision[],
    found: ReadonlyMap<string, InHand>,
  ): Promise<AnyAnnouncement[]> {
    const unionIds = [...new Set([...found.values()].map(({ unionId }) => unionId))];
    const counts = await countsOf(tx, districtId, unionIds);
    const groups = new Map<string, Decision[]>();
    for (const decision of decisions) {
      const { verificationId, outcome, reason = '' } = decision;
      const key = [found.get(verificationId)?.proposalId, outcome, reason].join(' ');
      groups.set(key, [...(groups.get(key) ?? []), decision]);
    }
    return [...groups.values()].flatMap((group): AnyAnnouncement[] => {
      const rows = group.flatMap(({ verificationId }) => found.get(verificationId) ?? []);
      const [first, answer] = [rows[0], group[0]];
      if (first === undefined || answer === undefined) return [];
      const { proposalId, proposer, path, finding } = first;
      const enterprises = rows.map(({ enterpriseId, creditCode, name, unionId }) => ({
        enterpriseId,
        creditCode,
        name,
        unionId,
      }));
      const of = new Set(enterprises.map(({ unionId }) => unionId));
      const body = {
        ...{ proposalId, unionId: proposer, finding, enterprises, reason: answer.reason ?? null },
        counts: counts.filter(({ unionId }) => of.has(unionId)),
      };
      return [{ name: `verification.${answer.outcome}`, unionId: proposer, path, subjectId: proposalId, body }];
    });
  }
}

function requireRight(decisions: readonly Decision[], found: ReadonlyMap<string, InHand>, officerId: string): void {
  const faults = new RowFaults();
  for (const [no, decision] of decisions.entries()) {
    const at = (field: keyof Decision): string => `decisions[${no}].${field}`;
    const verification = found.get(decision.verificationId);
    if (verification === undefined) {
      faults.add(at('verificationId'), new NotFound());
      continue;
    }
    if (decisions.findIndex(({ verificationId }) => verificationId === decision.verificationId) < no)
      faults.add(at('verificationId'), twice);
    const fault = faultOfDecision(verification, officerId, decision);
    if (fault === null) continue;
    const field = fault.code === 'verification.reason' ? 'reason' : 'verificationId';
    faults.add(at(field), fault, fault.code === 'verification.decided' ? 'state' : 'rule');
  }
  faults.throwIfAny();
}

const twice = {
  code: 'verification.twice',
  words: { zh: '同一核查只能列一次。', en: 'A verification is named once.' },
};
