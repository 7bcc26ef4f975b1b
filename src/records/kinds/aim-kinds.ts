/** Records of targets, verifications and cases (目标、企业核查、诉求件): they lie where their union lies today. */
import {
  byId,
  changedAt,
  day,
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
  underUnion,
} from './kind';

const PERIODS = ['month', 'quarter', 'half', 'year'] as const;
const UNDER = 'u.path <@ $3::ltree';

export const targets: RecordKind = {
  name: 'targets',
  words: { zh: '目标', en: 'Targets' },
  right: 'work.read',
  from: `target r join trade_union u on u.district_id = r.district_id and u.id = r.union_id
    join target_version v on v.district_id = r.district_id and v.target_id = r.id and v.version = r.version`,
  reach: UNDER,
  byTree: true,
  key: byId,
  fields: {
    id: id('r.id'),
    indicatorId: id('r.indicator_id'),
    unionId: id('r.union_id'),
    periodKind: text('r.kind'),
    from: day('r.from_day'),
    to: day('r.to_day'),
    strength: text('r.strength'),
    direction: text('r.direction'),
    value: text(`v.definition->>'value'`),
    baseline: object(`nullif(v.definition->'baseline', 'null')`),
    unions: list(`v.definition->'unions'`),
    periods: list(`v.definition->'periods'`),
    shortfallReason: text(`v.definition->>'shortfallReason'`),
    reason: text('v.reason'),
    withdrawn: flag('r.withdrawn'),
    createdAt: moment('r.created_at'),
    version: number('r.version'),
    changedAt,
  },
  filters: {
    unionId: underUnion('u.path', false),
    indicatorId: lasting('r.indicator_id', 'uuid'),
    periodKind: lasting('r.kind', 'text', PERIODS),
    from: lasting('r.from_day', 'date'),
  },
  sorts: { from: { sql: 'r.from_day', type: 'date' } },
};

export const targetChanges: RecordKind = {
  name: 'target-changes',
  words: { zh: '目标调整', en: 'Proposed changes of targets' },
  right: 'work.read',
  from: `target_change r join target t on t.district_id = r.district_id and t.id = r.target_id
    join trade_union u on u.district_id = t.district_id and u.id = t.union_id`,
  reach: UNDER,
  byTree: true,
  key: byId,
  fields: {
    id: id('r.id'),
    targetId: id('r.target_id'),
    unionId: id('t.union_id'),
    fromVersion: number('r.version'),
    // null: it is to be given up
    value: text(`r.definition->>'value'`),
    reason: text('r.reason'),
    status: text('r.status'),
    proposedAt: moment('r.proposed_at'),
    decidedAt: moment('r.decided_at'),
    decisionReason: text('r.decision_reason'),
    changedAt,
  },
  filters: {
    unionId: underUnion('u.path', false),
    status: passing('r.status', 'text', ['proposed', 'approved', 'refused', 'withdrawn']),
  },
  sorts: { proposedAt: { sql: 'r.proposed_at', type: 'timestamptz' } },
};

export const verifications: RecordKind = {
  name: 'verifications',
  words: { zh: '企业核查', en: 'Verifications of enterprises' },
  right: 'work.read',
  from: 'enterprise_verification r join trade_union u on u.district_id = r.district_id and u.id = r.union_id',
  reach: UNDER,
  byTree: true,
  key: byId,
  fields: {
    id: id('r.id'),
    proposalId: id('r.proposal_id'),
    enterpriseId: id('r.enterprise_id'),
    unionId: id('r.union_id'),
    deciderId: id('r.decider_id'),
    finding: text('r.finding'),
    reason: text('r.reason'),
    status: text('r.status'),
    proposedAt: moment('r.proposed_at'),
    decidedAt: moment('r.decided_at'),
    decidedOn: day('r.decided_on'),
    decisionReason: text('r.decision_reason'),
    changedAt,
  },
  filters: {
    unionId: underUnion('u.path', false),
    enterpriseId: lasting('r.enterprise_id', 'uuid'),
    standing: lasting('r.finding', 'text', ['normal', 'abnormal', 'nonexistent']),
    status: passing('r.status', 'text', ['proposed', 'accepted', 'refused', 'withdrawn']),
  },
  sorts: { proposedAt: { sql: 'r.proposed_at', type: 'timestamptz' } },
};

/** A program that sends cases sees its own alone. */
const SENDER = `(s.application_id = $5 or not exists (
  select from case_source x where x.district_id = r.district_id and x.application_id = $5))`;

const STATUSES = ['received', 'assigned', 'answered', 'returned', 'closed'] as const;

/** What was said in it, by whoever has it, names people and stays out. */
export const cases: RecordKind = {
  name: 'cases',
  words: { zh: '诉求件', en: 'Cases' },
  right: 'work.read',
  from: `inbound_case r join trade_union u on u.district_id = r.district_id and u.id = r.union_id
    join case_source s on s.district_id = r.district_id and s.id = r.source_id`,
  reach: `(${UNDER} and ${SENDER})`,
  // given to another union by those above
  retracted: `(not ${UNDER} and ${SENDER} and exists (
    select from case_step c join trade_union o on o.district_id = c.district_id and o.id = c.union_id
    where c.district_id = r.district_id and c.case_id = r.id and o.path <@ $3::ltree))`,
  byTree: true,
  key: byId,
  fields: {
    id: id('r.id'),
    source: text('s.code'),
    number: text('r.number'),
    title: text('r.title'),
    kind: text('r.kind'),
    programme: text('r.programme'),
    unionId: id('r.union_id'),
    status: text('r.status'),
    marks: list('array_to_json(r.marks)'),
    occurredAt: moment('r.occurred_at'),
    receivedAt: moment('r.received_at'),
    dueOn: day('r.due_on'),
    version: number('r.version'),
    changedAt,
  },
  filters: { unionId: underUnion('u.path', false), status: passing('r.status', 'text', STATUSES) },
  sorts: { dueOn: { sql: 'r.due_on', type: 'date' }, receivedAt: { sql: 'r.received_at', type: 'timestamptz' } },
};
