/** An assessment (量化考核): a scheme as it stood when it was opened, for all unions directly below its owner. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssessmentBody } from '../events/events';
import type { Tier } from '../kernel/actor';
import { Conflict, NotFound, Refused } from '../kernel/errors';
import type { CriterionDefinition, SchemeDefinition } from './scheme-definition';

@Entity('assessment')
export class Assessment {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'scheme_id' }) schemeId!: string;
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('ltree') path!: string;
  @Column('smallint') year!: number;
  @Column('text', { name: 'for_tier' }) forTier!: Tier;
  @Column('text') title!: string;
  @Column('jsonb') definition!: SchemeDefinition;
  @Column('text') status!: 'open' | 'published';
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Column('integer') version!: number;

  /** What was published stays as it is. */
  requireOpen(): void {
    if (this.status === 'open') return;
    throw new Conflict('assessment.published', {
      zh: '考核结果已公示，不能再改动。',
      en: 'The results are published and stay as they are.',
    });
  }

  /** A criterion that an officer judges, with the code of its part. Errors: notFound, assessment.computedCriterion. */
  judgedCriterion(code: string): { part: string; criterion: CriterionDefinition } {
    for (const part of this.definition.parts) {
      const criterion = part.criteria.find((each) => each.code === code);
      if (criterion?.scorer === 'office') return { part: part.code, criterion };
      if (criterion !== undefined) throw computed();
    }
    throw new NotFound();
  }

  body(): AssessmentBody {
    const { id, title, year, forTier, ownerId } = this;
    return { assessmentId: id, title, year, forTier, ownerId };
  }
}

function computed(): Refused {
  return new Refused('assessment.computedCriterion', {
    zh: '本项由系统按审核通过的填报计算，不由人评分。',
    en: 'This criterion is computed from accepted reports; nobody judges it.',
  });
}
