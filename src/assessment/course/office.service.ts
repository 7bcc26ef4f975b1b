/** Named offices of an assessment (负责考核部门): which officers score for them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Forbidden, NotFound, Refused } from '../../kernel/errors';
import { roles, may } from '../../organization/rights';
import { audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import type { Assessment } from '../assessment.entity';
import { findAssessment, lockOwn } from '../assessment.reader';
import { criteriaOf, type CriterionDefinition } from '../scheme-types';
import type { OfficeList, OfficeMemberView, OfficeView } from './course.view';

const scoringRoles = roles.filter((role) => may(role, 'assessment.score'));

const membersSql = `
  select o.office, o.officer_id as id, f.name from assessment_office o
  join officer f on f.district_id = o.district_id and f.id = o.officer_id
  where o.district_id = $1 and o.assessment_id = $2 order by o.office, f.name, f.id`;

const scoringSql = `
  select id, name from officer where district_id = $1 and union_id = $2 and active and role = any($3)
  order by name, id limit 500`;

const replaceSql = `
  with gone as (delete from assessment_office where district_id = $1 and assessment_id = $2 and office = $3
    and officer_id <> all($4::uuid[]))
  insert into assessment_office (district_id, assessment_id, office, officer_id)
  select $1, $2, $3, unnest($4::uuid[]) on conflict do nothing`;

@Injectable()
export class OfficeService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
  ) {}

  async list(actor: Actor, id: string): Promise<OfficeList> {
    const { manager } = this.database;
    return listOf(manager, await findAssessment(manager, actor, id));
  }

  /** Names the officers of an office, in the place of those before. Errors: office.notScoring (422), notFound. */
  name(actor: Actor, id: string, code: string, officerIds: readonly string[]): Promise<OfficeList> {
    return this.deeds.run(actor, async (tx) => {
      const assessment = await lockOwn(tx, actor, id, 'write');
      assessment.requireOpen();
      const before = (await listOf(tx, assessment)).items.find((office) => office.code === code);
      if (before === undefined) throw new NotFound();
      const { districtId, ownerId } = assessment;
      const scoring: OfficeMemberView[] = await tx.query(scoringSql, [districtId, ownerId, scoringRoles]);
      if (officerIds.some((officer) => !scoring.some((each) => each.id === officer))) throw notScoring();
      await tx.query(replaceSql, [districtId, id, code, officerIds]);
      const ids = before.officers.map((officer) => officer.id);
      await audit(tx, actor, 'office.named', id, {
        before: { office: code, officerIds: ids },
        after: { office: code, officerIds },
      });
      return listOf(tx, assessment);
    });
  }
}

async function listOf(tx: EntityManager, { districtId, id, ownerId, definition }: Assessment): Promise<OfficeList> {
  const members: (OfficeMemberView & { office: string })[] = await tx.query(membersSql, [districtId, id]);
  const criteria = criteriaOf(definition).map(({ criterion }) => criterion);
  const items = (definition.offices ?? []).map(({ code, name }): OfficeView => ({
    code,
    name,
    officers: members.filter(({ office }) => office === code).map((member) => ({ id: member.id, name: member.name })),
    criteria: criteria.filter((each) => officeOf(each) === code).map((each) => each.code),
  }));
  return { items, candidates: await tx.query(scoringSql, [districtId, ownerId, scoringRoles]) };
}

const officeOf = ({ scorer }: CriterionDefinition): string | null =>
  typeof scorer === 'string' ? null : scorer.office;

/** Whether this officer may score a criterion: of a named office only its officers, of any other every scoring officer. */
export async function scoresFor(
  tx: EntityManager,
  { districtId, officerId }: Actor,
  { id: assessmentId }: Assessment,
  criterion: CriterionDefinition,
): Promise<boolean> {
  const office = officeOf(criterion);
  if (office === null) return true;
  const found: unknown[] = await tx.query(
    `select 1 from assessment_office where district_id = $1 and assessment_id = $2 and office = $3 and officer_id = $4`,
    [districtId, assessmentId, office, officerId],
  );
  return found.length > 0;
}

/** Errors: assessment.otherOffice (403), with the name of the office. */
export async function requireOffice(
  tx: EntityManager,
  actor: Actor,
  assessment: Assessment,
  criterion: CriterionDefinition,
): Promise<void> {
  if (await scoresFor(tx, actor, assessment, criterion)) return;
  const code = officeOf(criterion);
  const name = assessment.definition.offices?.find((office) => office.code === code)?.name ?? code;
  throw new Forbidden('assessment.otherOffice', {
    zh: `本项由“${name}”负责考核，只有该部门指定的人员可以评分。`,
    en: `“${name}” scores this criterion: only the officers named for it may.`,
  });
}

function notScoring(): Refused {
  const words = {
    zh: '只能指定本级工会有评分权限的在用人员。',
    en: 'Only active officers of your union who may score can be named.',
  };
  return new Refused('office.notScoring', words, 'officerIds');
}
