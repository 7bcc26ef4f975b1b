/** Records of the office (账号、外发记录、导入、审计日志), each for whom its list is. */
import {
  byId,
  changedAt,
  flag,
  id,
  lasting,
  moment,
  number,
  object,
  passing,
  type RecordKind,
  text,
  underUnion,
} from './kind';

/** As the list of accounts shows them; programs are not among them. */
export const officers: RecordKind = {
  name: 'officers',
  words: { zh: '账号', en: 'Officers' },
  right: 'officer.read',
  from: 'officer r join trade_union u on u.district_id = r.district_id and u.id = r.union_id',
  reach: `(u.path <@ $3::ltree and r.kind = 'person')`,
  // moved to another union; the trail knows whose he was
  retracted: `(not u.path <@ $3::ltree and r.kind = 'person' and exists (
    select from audit_entry a join trade_union o on o.district_id = a.district_id and o.id::text = a.before->>'unionId'
    where a.district_id = r.district_id and a.subject_id = r.id and a.deed = 'officer.changed' and o.path <@ $3::ltree))`,
  byTree: true,
  key: byId,
  fields: {
    id: id('r.id'),
    unionId: id('r.union_id'),
    account: text('r.account'),
    name: text('r.name'),
    role: text('r.role'),
    active: flag('r.active'),
    mustChangePassword: flag('r.must_change_password'),
    version: number('r.version'),
    changedAt,
  },
  filters: { unionId: underUnion('u.path', false) },
  sorts: { account: { sql: 'r.account collate "C"', type: 'text' } },
};

/** Neither the address nor the text; what is kept no longer is not told as gone. */
export const dispatches: RecordKind = {
  name: 'dispatches',
  words: { zh: '外发记录', en: 'Dispatches' },
  right: 'dispatch.manage',
  from: 'dispatch r',
  reach: 'r.path <@ $3::ltree',
  key: byId,
  fields: {
    id: id('r.id'),
    unionId: id('r.union_id'),
    channel: text('r.channel'),
    officerId: id('r.officer_id'),
    robotId: id('r.robot_id'),
    subject: text('r.subject'),
    status: text('r.status'),
    attempts: number('r.attempts'),
    lastAnswer: text('r.last_answer'),
    sentAt: moment('r.sent_at'),
    createdAt: moment('r.created_at'),
    changedAt,
  },
  filters: {
    unionId: underUnion(),
    channel: lasting('r.channel', 'text', ['email', 'robot']),
    status: passing('r.status', 'text', ['waiting', 'failed', 'sent', 'given_up', 'withdrawn']),
  },
  sorts: { createdAt: { sql: 'r.created_at', type: 'timestamptz' } },
};

export const imports: RecordKind = {
  name: 'imports',
  words: { zh: '导入', en: 'Imports' },
  right: 'work.read',
  from: 'intake r join trade_union u on u.district_id = r.district_id and u.id = r.union_id',
  reach: 'u.path <@ $3::ltree',
  byTree: true,
  key: byId,
  fields: {
    id: id('r.id'),
    unionId: id('r.union_id'),
    kind: text('r.kind'),
    ledgerId: id(`r.settings->>'ledgerId'`),
    formId: id(`r.settings->>'formId'`),
    period: text(`r.settings->>'period'`),
    dryRun: flag('r.dry_run'),
    only: text('r.row_choice'),
    fileName: text('r.file_name'),
    status: text('r.status'),
    total: number('r.total'),
    done: number('r.done'),
    created: number('r.created'),
    changed: number('r.changed'),
    unchanged: number('r.unchanged'),
    skipped: number('r.skipped'),
    faulty: number('r.faulty'),
    faults: number('r.faults'),
    askedAt: moment('r.asked_at'),
    startedAt: moment('r.started_at'),
    endedAt: moment('r.ended_at'),
    failure: object('r.failure'),
    changedAt,
  },
  filters: {
    unionId: underUnion('u.path', false),
    status: passing('r.status', 'text', ['waiting', 'running', 'stopping', 'stopped', 'done', 'failed']),
  },
  sorts: { askedAt: { sql: 'r.asked_at', type: 'timestamptz' } },
};

/** The trail of the whole district, for the audit administrator alone. */
export const auditEntries: RecordKind = {
  name: 'audit-entries',
  words: { zh: '审计日志', en: 'Audit entries' },
  right: 'audit.read',
  from: 'audit_entry r',
  reach: 'true',
  key: byId,
  fields: {
    id: id('r.id'),
    at: moment('r.at'),
    officerId: id('r.officer_id'),
    account: text('r.account'),
    network: text('r.network'),
    requestId: text('r.request_id'),
    keyPrefix: text('r.key_prefix'),
    deed: text('r.deed'),
    subjectId: id('r.subject_id'),
    before: object('r.before'),
    after: object('r.after'),
    changedAt,
  },
  filters: {
    deed: lasting('r.deed'),
    account: lasting('r.account'),
    subjectId: lasting('r.subject_id', 'uuid'),
  },
  sorts: { at: { sql: 'r.at', type: 'timestamptz' } },
};
