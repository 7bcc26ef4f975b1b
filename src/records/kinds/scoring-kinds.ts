/** Records of how assessments are scored (评分表、考核计算任务、重新开启), for whoever scores and those above. */
import { ofAssessment, SCORERS } from './assessment-kinds';
import {
  byId,
  changedAt,
  flag,
  id,
  lasting,
  list,
  moment,
  number,
  object,
  passing,
  type RecordKind,
  text,
} from './kind';

const points = (sql: string): RecordKind['fields'][string] => ({ sql: `${sql}::text`, type: 'decimal' });

/** As they stand: what is published of them is `scores`. */
export const scoreSheets: RecordKind = {
  name: 'score-sheets',
  words: { zh: '评分表', en: 'Score sheets' },
  right: 'work.read',
  from: `score_sheet r ${ofAssessment}`,
  reach: SCORERS,
  key: byId,
  fields: {
    id: id('r.id'),
    assessmentId: id('r.assessment_id'),
    unionId: id('r.union_id'),
    points: points('r.points'),
    base: points('r.base'),
    bonus: points('r.bonus'),
    penalty: points('r.penalty'),
    vetoes: list('r.vetoes'),
    openCriteria: number('r.open_criteria'),
    rank: number('r.rank'),
    classCode: text('r.class_code'),
    classRank: number('r.class_rank'),
    grade: text('r.grade'),
    awardLost: flag('r.award_lost'),
    version: number('r.version'),
    changedAt,
  },
  filters: {
    assessmentId: lasting('r.assessment_id', 'uuid'),
    unionId: lasting('r.union_id', 'uuid'),
    year: lasting('a.year', 'integer'),
  },
  sorts: {},
};

export const assessmentRuns: RecordKind = {
  name: 'assessment-runs',
  words: { zh: '考核计算任务', en: 'Runs of assessments' },
  right: 'work.read',
  from: `assessment_run r ${ofAssessment}`,
  reach: SCORERS,
  key: byId,
  fields: {
    id: id('r.id'),
    assessmentId: id('r.assessment_id'),
    kind: text('r.kind'),
    status: text('r.status'),
    total: number('r.total'),
    done: number('r.done'),
    askedAt: moment('r.asked_at'),
    startedAt: moment('r.started_at'),
    endedAt: moment('r.ended_at'),
    failure: object('r.failure'),
    changedAt,
  },
  filters: {
    assessmentId: lasting('r.assessment_id', 'uuid'),
    status: passing('r.status', 'text', ['waiting', 'running', 'stopping', 'stopped', 'done', 'failed']),
  },
  sorts: { askedAt: { sql: 'r.asked_at', type: 'timestamptz' } },
};

export const reopenings: RecordKind = {
  name: 'reopenings',
  words: { zh: '重新开启', en: 'Reopenings' },
  right: 'work.read',
  from: `assessment_reopening r ${ofAssessment}`,
  reach: SCORERS,
  key: byId,
  fields: {
    id: id('r.id'),
    assessmentId: id('r.assessment_id'),
    from: text('r.from_step'),
    to: text('r.to_step'),
    reason: text('r.reason'),
    days: number('r.days'),
    status: text('r.status'),
    proposedAt: moment('r.proposed_at'),
    decidedAt: moment('r.decided_at'),
    decisionReason: text('r.decision_reason'),
    changedAt,
  },
  filters: {
    assessmentId: lasting('r.assessment_id', 'uuid'),
    status: passing('r.status', 'text', ['proposed', 'confirmed', 'refused']),
  },
  sorts: { proposedAt: { sql: 'r.proposed_at', type: 'timestamptz' } },
};
