/** What a feed entry keeps of an event: ids to follow, and the few words it takes to say it. */
import type { EventName, Events } from '../../events/events';
import { caseSubject } from './case-words';
import { registerSubject } from './enterprise-words';
import { figureSubject } from './figure-words';
import { formSubject } from './form-words';
import { ledgerSubject } from './ledger-words';

export interface Subject {
  unionId?: string;
  taskId?: string;
  reportId?: string;
  assessmentId?: string;
  orderId?: string;
  ledgerEntryId?: string;
  caseId?: string;
  formId?: string;
  returnId?: string;
  /** Values for the sentence. */
  words: Record<string, string>;
}

export function subjectOf(name: EventName, body: Events[EventName]): Subject {
  if ('task' in body) {
    const { task } = body;
    const words: Record<string, string> = {
      title: task.title,
      target: task.target,
      unit: task.measure.unit,
      dueOn: task.dueOn,
    };
    if ('field' in body) Object.assign(words, { field: body.field, before: body.before, after: body.after });
    if ('extension' in body) {
      const { beforeOn, proposedOn, dueOn, reason, decisionReason } = body.extension;
      Object.assign(words, { before: beforeOn, proposed: proposedOn, after: dueOn ?? '', reason });
      if (decisionReason !== null) words.decision = decisionReason;
    }
    if (name === 'task.parked' && task.parkedUntil != null) words.until = task.parkedUntil;
    if ('reason' in body) words.reason = body.reason;
    if (task.shortfallReason !== null && name === 'task.cascaded') words.reason = task.shortfallReason;
    return { taskId: task.taskId, unionId: task.unionId, words };
  }
  if ('urgeId' in body)
    return { taskId: body.taskId, unionId: body.unionId, words: { title: body.title, reason: body.words } };
  if ('reporting' in body) {
    const { report, reporting } = body;
    const words: Record<string, string> = { title: report.title, done: report.done, unit: report.unit };
    if (report.zero) words.zero = 'true';
    if (report.resubmitted) words.resubmitted = 'true';
    if (report.reason !== null) words.reason = report.reason;
    return { taskId: reporting.taskId, reportId: report.reportId, unionId: reporting.unionId, words };
  }
  if ('case' in body) return caseSubject(body);
  if ('ledger' in body) return ledgerSubject(body);
  const register = registerSubject(body);
  if (register !== null) return register;
  if ('form' in body) return formSubject(body);
  const figures = figureSubject(body);
  if (figures !== null) return figures;
  if ('order' in body) {
    const { orderId, number, title, unionId, taskId, degree, limitOn } = body.order;
    const words: Record<string, string> = { number, title, degree, limitOn };
    if (body.reason !== null) words.reason = body.reason;
    return { orderId, unionId, words, ...(taskId === null ? {} : { taskId }) };
  }
  if ('interview' in body) {
    const { unionId, heldOn, agreed, orderId } = body.interview;
    return { unionId, words: { heldOn, agreed }, ...(orderId === null ? {} : { orderId }) };
  }
  if ('assessment' in body) {
    const words: Record<string, string> = { title: body.assessment.title, year: String(body.assessment.year) };
    if ('step' in body) words.step = body.step;
    if ('dueOn' in body && body.dueOn !== null) words.dueOn = body.dueOn;
    if ('late' in body && body.late) words.late = 'true';
    if ('entry' in body) {
      const { kind, name: what, count, words: ground, outcome } = body.entry;
      Object.assign(words, { kind, what, count: String(count), ground, outcome });
    }
    if ('outcome' in body) words.outcome = body.outcome;
    if ('reason' in body && body.reason !== null) words.reason = body.reason;
    if ('criterion' in body) Object.assign(words, { criterion: body.criterion, points: body.points });
    const unionId = 'unionId' in body ? body.unionId : body.assessment.ownerId;
    return { assessmentId: body.assessment.assessmentId, unionId, words };
  }
  if ('light' in body) {
    const { taskId, unionId, title, light, reason, behind, overdueDays } = body.light;
    return { taskId, unionId, words: { title, light: light ?? 'none', reason, behind, overdue: String(overdueDays) } };
  }
  if ('rule' in body) return { words: { reason: body.reason } };
  if ('union' in body) {
    const words: Record<string, string> = { union: body.union.name };
    if ('reason' in body) words.reason = body.reason;
    return { unionId: body.union.unionId, words };
  }
  return { words: {} };
}
