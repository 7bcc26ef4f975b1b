/** Records of lights and of how tasks are held to their day (红黄绿灯、催办、回退、约谈). */
import {
  byId,
  changedAt,
  day,
  decimal,
  flag,
  id,
  lasting,
  moment,
  number,
  passing,
  type RecordKind,
  text,
  underUnion,
} from './kind';

const COLOURS = ['green', 'yellow', 'red'] as const;
const ofTask = 'join task t on t.district_id = r.district_id and t.id = r.task_id';
/** What everybody sees of a task who sees the task itself. */
const taskInReach = '(t.path <@ $3::ltree or t.union_id = $2)';

export const lights: RecordKind = {
  name: 'lights',
  words: { zh: '红黄绿灯', en: 'Lights' },
  right: 'work.read',
  from: `task_light r ${ofTask}`,
  reach: taskInReach,
  key: [{ sql: 'r.task_id', type: 'uuid' }],
  fields: {
    id: id('r.task_id'),
    taskId: id('r.task_id'),
    unionId: id('r.union_id'),
    light: text('r.light'),
    reason: text('r.reason'),
    behind: decimal('r.behind'),
    done: decimal('r.done'),
    pending: decimal('r.pending'),
    since: moment('r.since'),
    redOn: day('r.red_on'),
    turnsOn: day('r.turn_on'),
    ruleVersion: number('r.rule_no'),
    changedAt,
  },
  filters: {
    unionId: underUnion('t.path'),
    taskId: lasting('r.task_id', 'uuid'),
    year: lasting('t.year', 'integer'),
    light: passing('r.light', 'text', COLOURS),
  },
  sorts: {},
};

/** Kept for good: what a light was, what it became, and why. */
export const lightChanges: RecordKind = {
  name: 'light-changes',
  words: { zh: '变灯记录', en: 'Changes of lights' },
  right: 'work.read',
  from: `light_change r ${ofTask}`,
  reach: taskInReach,
  key: byId,
  fields: {
    id: id('r.id'),
    taskId: id('r.task_id'),
    unionId: id('r.union_id'),
    on: day('r.on_day'),
    at: moment('r.at'),
    before: text('r.before'),
    light: text('r.light'),
    reason: text('r.reason'),
    behind: decimal('r.behind'),
    done: decimal('r.done'),
    pending: decimal('r.pending'),
    target: decimal('r.target'),
    dueOn: day('r.due_on'),
    ruleVersion: number('r.rule_no'),
    changedAt,
  },
  filters: {
    unionId: underUnion('t.path'),
    taskId: lasting('r.task_id', 'uuid'),
    light: lasting('r.light', 'text', COLOURS),
  },
  sorts: { at: { sql: 'r.at', type: 'timestamptz' } },
};

export const urges: RecordKind = {
  name: 'urges',
  words: { zh: '催办', en: 'Urges' },
  right: 'work.read',
  from: `urge r ${ofTask}`,
  reach: taskInReach,
  // one that reached nobody was none
  shown: 'exists (select from urge_officer w where w.district_id = r.district_id and w.urge_id = r.id)',
  key: byId,
  fields: {
    id: id('r.id'),
    taskId: id('r.task_id'),
    unionId: id('t.union_id'),
    words: text('r.words'),
    urgent: flag('r.urgent'),
    urgedAt: moment('r.urged_at'),
    changedAt,
  },
  filters: { unionId: underUnion('t.path'), taskId: lasting('r.task_id', 'uuid') },
  sorts: { urgedAt: { sql: 'r.urged_at', type: 'timestamptz' } },
};

export const sendBacks: RecordKind = {
  name: 'send-backs',
  words: { zh: '任务回退', en: 'Tasks sent back' },
  right: 'work.read',
  from: `send_back r ${ofTask}`,
  reach: taskInReach,
  key: byId,
  fields: {
    id: id('r.id'),
    taskId: id('r.task_id'),
    unionId: id('r.union_id'),
    assignerId: id('r.assigner_id'),
    reason: text('r.reason'),
    status: text('r.status'),
    sentAt: moment('r.sent_at'),
    decidedAt: moment('r.decided_at'),
    decisionReason: text('r.decision_reason'),
    changedAt,
  },
  filters: {
    unionId: underUnion('t.path'),
    taskId: lasting('r.task_id', 'uuid'),
    status: passing('r.status', 'text', ['sent', 'accepted', 'refused', 'ended']),
  },
  sorts: { sentAt: { sql: 'r.sent_at', type: 'timestamptz' } },
};

/** Who was spoken to stays out of it, as people do everywhere. */
export const interviews: RecordKind = {
  name: 'interviews',
  words: { zh: '约谈', en: 'Interviews' },
  right: 'work.read',
  from: 'interview r',
  reach: '(r.path <@ $3::ltree or r.union_id = $2)',
  key: byId,
  fields: {
    id: id('r.id'),
    orderId: id('r.order_id'),
    holderId: id('r.holder_id'),
    unionId: id('r.union_id'),
    heldOn: day('r.held_on'),
    about: text('r.about'),
    agreed: text('r.agreed'),
    recordedAt: moment('r.recorded_at'),
    changedAt,
  },
  filters: { unionId: underUnion() },
  sorts: { heldOn: { sql: 'r.held_on', type: 'date' } },
};
