/** Records of assessments (量化考核): how they run, what counts on a sheet, what was published and appealed. */
import { byId, changedAt, day, flag, id, lasting, list, moment, number, passing, type RecordKind, text } from './kind';

export const ofAssessment = 'join assessment a on a.district_id = r.district_id and a.id = r.assessment_id';
/** Who scores, and those above. */
export const SCORERS = '(a.owner_id = $2 or a.path <@ $3::ltree)';

export const assessments: RecordKind = {
  name: 'assessments',
  words: { zh: '考核', en: 'Assessments' },
  right: 'work.read',
  from: 'assessment r',
  reach: '(r.owner_id = $2 or r.path <@ $3::ltree)',
  key: byId,
  fields: {
    id: id('r.id'),
    schemeId: id('r.scheme_id'),
    schemeVersion: number('r.scheme_version'),
    ownerId: id('r.owner_id'),
    year: number('r.year'),
    forTier: text('r.for_tier'),
    title: text('r.title'),
    status: text('r.status'),
    step: text('r.step'),
    stepDue: day('r.step_due'),
    appealUntil: day('r.appeal_until'),
    selfScored: flag('r.self_scored'),
    publication: number('r.publication'),
    openedAt: moment('r.opened_at'),
    publishedAt: moment('r.published_at'),
    version: number('r.version'),
    changedAt,
  },
  filters: {
    year: lasting('r.year', 'integer'),
    status: passing('r.status', 'text', ['open', 'published']),
  },
  sorts: { year: { sql: 'r.year', type: 'integer' }, openedAt: { sql: 'r.opened_at', type: 'timestamptz' } },
};

/** The scored union sees what it proposed, and what was approved about it; who decides sees all. */
export const assessmentEntries: RecordKind = {
  name: 'assessment-entries',
  words: { zh: '考核记录', en: 'Entries of assessments' },
  right: 'work.read',
  from: `assessment_entry r ${ofAssessment} join officer o on o.district_id = r.district_id and o.id = r.recorded_by`,
  reach: `(${SCORERS} or r.union_id = $2 and (o.union_id = r.union_id or r.status = 'approved'))`,
  key: byId,
  fields: {
    id: id('r.id'),
    assessmentId: id('r.assessment_id'),
    unionId: id('r.union_id'),
    kind: text('r.kind'),
    criterion: text('r.criterion'),
    ground: text('r.ground'),
    count: number('r.count'),
    points: { sql: 'r.points::text', type: 'decimal' },
    occurredOn: day('r.occurred_on'),
    words: text('r.words'),
    status: text('r.status'),
    proposedByUnion: flag('(o.union_id = r.union_id)'),
    recordedAt: moment('r.recorded_at'),
    decidedAt: moment('r.decided_at'),
    decisionReason: text('r.decision_reason'),
    version: number('r.version'),
    changedAt,
  },
  filters: {
    assessmentId: lasting('r.assessment_id', 'uuid'),
    unionId: lasting('r.union_id', 'uuid'),
    kind: lasting('r.kind', 'text', ['occurrence', 'bonus', 'penalty', 'veto']),
    status: passing('r.status', 'text', ['proposed', 'approved', 'refused', 'withdrawn']),
  },
  sorts: { occurredOn: { sql: 'r.occurred_on', type: 'date' } },
};

/** Nothing changes one: a correction is the next. */
export const publications: RecordKind = {
  name: 'publications',
  words: { zh: '公示', en: 'Publications' },
  right: 'work.read',
  from: `publication r ${ofAssessment}`,
  reach: SCORERS,
  key: [
    { sql: 'r.assessment_id', type: 'uuid' },
    { sql: 'r.no', type: 'integer' },
  ],
  fields: {
    id: { sql: `concat_ws('/', r.assessment_id, r.no)`, type: 'text' },
    assessmentId: id('r.assessment_id'),
    no: number('r.no'),
    kind: text('r.kind'),
    appealId: id('r.appeal_id'),
    reason: text('r.reason'),
    schemeVersion: number('r.scheme_version'),
    digest: text('r.digest'),
    publishedAt: moment('r.published_at'),
    changedAt,
  },
  filters: {
    assessmentId: lasting('r.assessment_id', 'uuid'),
    year: lasting('a.year', 'integer'),
    kind: lasting('r.kind', 'text', ['publication', 'correction']),
  },
  sorts: { publishedAt: { sql: 'r.published_at', type: 'timestamptz' } },
};

/** For the union that appeals, who answers, and those above. */
export const appeals: RecordKind = {
  name: 'appeals',
  words: { zh: '申诉', en: 'Appeals' },
  right: 'work.read',
  from: `appeal r ${ofAssessment}`,
  reach: `(r.union_id = $2 or ${SCORERS})`,
  key: byId,
  fields: {
    id: id('r.id'),
    assessmentId: id('r.assessment_id'),
    unionId: id('r.union_id'),
    criteria: list('r.criteria'),
    reason: text('r.reason'),
    status: text('r.status'),
    filedAt: moment('r.filed_at'),
    decidedAt: moment('r.decided_at'),
    decisionReason: text('r.decision_reason'),
    version: number('r.version'),
    changedAt,
  },
  filters: {
    assessmentId: lasting('r.assessment_id', 'uuid'),
    unionId: lasting('r.union_id', 'uuid'),
    status: passing('r.status', 'text', ['filed', 'upheld', 'rejected', 'withdrawn']),
  },
  sorts: { filedAt: { sql: 'r.filed_at', type: 'timestamptz' } },
};
