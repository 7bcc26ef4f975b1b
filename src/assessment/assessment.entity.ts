/** An assessment (量化考核): a scheme as it stood when it was opened, for all unions directly below its owner. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { AssessmentBody, Outline, Step } from '../events/events';
import type { Tier } from '../kernel/actor';
import { Conflict, NotFound } from '../kernel/errors';
import { criteriaOf, type PlacedCriterion, type SchemeDefinition } from './scheme-types';
import { settled, weighted } from './settle';

@Entity('assessment')
export class Assessment {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'scheme_id' }) schemeId!: string;
  @Column('integer', { name: 'scheme_version' }) schemeVersion!: number;
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('ltree') path!: string;
  @Column('smallint') year!: number;
  @Column('text', { name: 'for_tier' }) forTier!: Tier;
  @Column('text') title!: string;
  @Column('jsonb') definition!: SchemeDefinition;
  @Column('text') status!: 'open' | 'published';
  /** Where its course stands; from published on it is frozen. */
  @Column('text') step!: Step;
  /** The last day of the present step; null: open-ended. */
  @Column('date', { name: 'step_due', nullable: true }) stepDue!: string | null;
  /** When the first step begins, of one that was opened ahead. */
  @Column('date', { name: 'begin_on', nullable: true }) beginOn!: string | null;
  /** The last day on which results may be appealed; null: not at all. */
  @Column('date', { name: 'appeal_until', nullable: true }) appealUntil!: string | null;
  /** Whether the scored unions give something themselves: points of their own, or bonuses they propose. */
  @Column('boolean', { name: 'self_scored' }) selfScored!: boolean;
  /** How often it was published, corrections counted. */
  @Column('integer') publication!: number;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Column('integer') version!: number;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;

  /** What was published stays as it is. */
  requireOpen(): void {
    if (this.status === 'open') return;
    throw new Conflict('assessment.published', {
      zh: '考核结果已公示，不能再改动。',
      en: 'The results are published and stay as they are.',
    });
  }

  /** A criterion in its place. Errors: notFound. */
  criterion(code: string): PlacedCriterion {
    const placed = criteriaOf(this.definition).find(({ criterion }) => criterion.code === code);
    if (placed === undefined) throw new NotFound();
    return placed;
  }

  body(): AssessmentBody {
    const { id, title, year, forTier, ownerId } = this;
    return { assessmentId: id, title, year, forTier, ownerId };
  }

  /** How boards call what is scored, and in which classes. */
  outline(): Outline {
    const { fullMarks, classes = [] } = this.definition;
    return {
      fullMarks,
      criteria: criteriaOf(this.definition).map(({ criterion: { code, name, marks }, weight }) => ({
        code,
        name,
        marks: settled(weighted({ is: 'number', text: marks }, weight)),
      })),
      classes: classes.map(({ code, name }) => ({ code, name })),
    };
  }
}
