/** Records of what is to be reported (统计报表、报告期、免报补报、年度报告送审). */
import {
  byId,
  changedAt,
  day,
  id,
  lasting,
  list,
  moment,
  number,
  object,
  passing,
  type RecordKind,
  text,
  underUnion,
} from './kind';

export const forms: RecordKind = {
  name: 'forms',
  words: { zh: '统计报表', en: 'Statistical forms' },
  right: 'work.read',
  from: `form r join form_version v on v.district_id = r.district_id and v.form_id = r.id and v.version = r.version`,
  reach: 'true',
  key: byId,
  fields: {
    id: id('r.id'),
    code: text('r.code'),
    name: text('r.name'),
    programme: text('r.programme'),
    periodKind: text('r.period_kind'),
    firstPeriod: text('r.first_period'),
    lastPeriod: text('r.last_period'),
    definition: object('v.definition'),
    fromPeriod: text('v.from_period'),
    reason: text('v.reason'),
    publishedAt: moment('v.published_at'),
    createdAt: moment('r.created_at'),
    version: number('r.version'),
    changedAt,
  },
  filters: {
    programme: passing('r.programme'),
    periodKind: lasting('r.period_kind', 'text', ['month', 'quarter', 'half', 'year']),
  },
  sorts: { code: { sql: 'r.code collate "C"', type: 'text' } },
};

/** Those that have opened; their days may move with the calendar until they are locked. */
export const formPeriods: RecordKind = {
  name: 'form-periods',
  words: { zh: '报告期', en: 'Periods of forms' },
  right: 'work.read',
  // a form that ends takes those with it that come after
  from: `(select district_id, form_id, period, version, label, ends_on, opens_on, due_on, locks_on, tiers, under, unions, locked_at,
      changed_xid, changed_at, false as gone from form_period
    union all select district_id, form_id, period, null, null, null, null, null, null, null, null, null, null,
      changed_xid, changed_at, true from form_period_gone) r`,
  reach: 'not r.gone',
  retracted: 'r.gone',
  key: [
    { sql: 'r.form_id', type: 'uuid' },
    { sql: 'r.period', type: 'text' },
  ],
  fields: {
    id: { sql: `concat_ws('/', r.form_id, r.period)`, type: 'text' },
    formId: id('r.form_id'),
    formVersion: number('r.version'),
    period: text('r.period'),
    label: text('r.label'),
    endsOn: day('r.ends_on'),
    opensOn: day('r.opens_on'),
    dueOn: day('r.due_on'),
    locksOn: day('r.locks_on'),
    lockedAt: moment('r.locked_at'),
    tiers: list('array_to_json(r.tiers)'),
    under: list('array_to_json(r.under)'),
    unions: list('array_to_json(r.unions)'),
    changedAt,
  },
  filters: {
    formId: lasting('r.form_id', 'uuid'),
    period: lasting('r.period'),
    closed: { where: (given) => `(r.locked_at is not null) = ${given}::boolean`, lasting: false },
  },
  sorts: { endsOn: { sql: 'r.ends_on', type: 'date' } },
};

/** For the union it is about, the one that proposed it, and those above. */
export const formExceptions: RecordKind = {
  name: 'form-exceptions',
  words: { zh: '免报补报', en: 'Exceptions from forms' },
  right: 'work.read',
  from: 'form_exception r',
  reach: '(r.union_id = $2 or r.proposer_id = $2 or r.path <@ $3::ltree)',
  key: byId,
  fields: {
    id: id('r.id'),
    formId: id('r.form_id'),
    period: text('r.period'),
    unionId: id('r.union_id'),
    proposerId: id('r.proposer_id'),
    kind: text('r.kind'),
    reason: text('r.reason'),
    until: day('r.until'),
    status: text('r.status'),
    proposedAt: moment('r.proposed_at'),
    decidedAt: moment('r.decided_at'),
    decisionReason: text('r.decision'),
    version: number('r.version'),
    changedAt,
  },
  filters: {
    unionId: underUnion(),
    formId: lasting('r.form_id', 'uuid'),
    period: lasting('r.period'),
    kind: lasting('r.kind', 'text', ['exempt', 'reopen']),
    status: passing('r.status', 'text', ['proposed', 'approved', 'refused', 'withdrawn', 'lifted']),
  },
  sorts: { proposedAt: { sql: 'r.proposed_at', type: 'timestamptz' } },
};

/** The district's alone, as its door is; what a report says is read there. */
export const annualReportSubmissions: RecordKind = {
  name: 'annual-report-submissions',
  words: { zh: '年度报告送审', en: 'Submitted annual reports' },
  right: 'work.read',
  from: 'annual_report r',
  reach: 'r.district_id = $2',
  key: byId,
  fields: {
    id: id('r.id'),
    year: number('r.year'),
    status: text('r.status'),
    digest: text('r.digest'),
    submittedAt: moment('r.submitted_at'),
    decidedAt: moment('r.decided_at'),
    reopenedAt: moment('r.reopened_at'),
    reason: text('r.reason'),
    changedAt,
  },
  filters: {
    year: lasting('r.year', 'integer'),
    status: passing('r.status', 'text', ['submitted', 'approved', 'returned', 'reopened']),
  },
  sorts: { year: { sql: 'r.year', type: 'integer' }, submittedAt: { sql: 'r.submitted_at', type: 'timestamptz' } },
};
