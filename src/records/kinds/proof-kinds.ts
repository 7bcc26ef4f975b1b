/** Records of what work is proved by, and of how tasks were changed (佐证材料、任务调整). */
import { byId, changedAt, id, lasting, moment, number, type RecordKind, text, underUnion } from './kind';

export const taskChanges: RecordKind = {
  name: 'task-changes',
  words: { zh: '任务调整', en: 'Changes of tasks' },
  right: 'work.read',
  // its own `changed_at` is when the task was changed
  from: `(select district_id, id, task_id, field, before, after, reason, changed_at as at, changed_xid, marked_at as changed_at
    from task_change) r join task t on t.district_id = r.district_id and t.id = r.task_id`,
  reach: '(t.path <@ $3::ltree or t.union_id = $2)',
  key: byId,
  fields: {
    id: id('r.id'),
    taskId: id('r.task_id'),
    unionId: id('t.union_id'),
    field: text('r.field'),
    before: text('r.before'),
    after: text('r.after'),
    reason: text('r.reason'),
    at: moment('r.at'),
    changedAt,
  },
  filters: {
    unionId: underUnion('t.path'),
    taskId: lasting('r.task_id', 'uuid'),
    year: lasting('t.year', 'integer'),
  },
  sorts: { at: { sql: 'r.at', type: 'timestamptz' } },
};

/** Not the bytes. A file that is taken away while its report was given back is gone for those who were told of it. */
export const evidence: RecordKind = {
  name: 'evidence',
  words: { zh: '佐证材料', en: 'Evidence' },
  right: 'work.read',
  from: `(select district_id, id, report_id, sha256, name, created_at, changed_xid, changed_at, false as gone from evidence
    union all
    select district_id, id, report_id, null, null, null, changed_xid, changed_at, true from evidence_removed) r
    join progress_report p on p.district_id = r.district_id and p.id = r.report_id
    left join evidence_file f on f.sha256 = r.sha256`,
  reach: '(p.path <@ $3::ltree or p.union_id = $2)',
  shown: '(not r.gone and (p.union_id = $2 or p.submitted_at is not null))',
  // those of a draft go with it without a trace
  told: '(not r.gone and p.submitted_at is not null)',
  retracted: '(r.gone and (p.path <@ $3::ltree or p.union_id = $2))',
  key: byId,
  fields: {
    id: id('r.id'),
    reportId: id('r.report_id'),
    taskId: id('p.task_id'),
    unionId: id('p.union_id'),
    name: text('r.name'),
    type: text('f.media_type'),
    bytes: number('f.size'),
    sha256: text('r.sha256'),
    addedAt: moment('r.created_at'),
    changedAt,
  },
  filters: { unionId: underUnion('p.path'), taskId: lasting('p.task_id', 'uuid') },
  sorts: { addedAt: { sql: 'r.created_at', type: 'timestamptz' } },
};
