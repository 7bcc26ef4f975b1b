/** A task of the scored union for the tests of this room. */
import type { Judgement, TaskFact } from '../../src/assessment/facts';

export function taskFact(done: string | number, target: string | number, more: Partial<TaskFact> = {}): TaskFact {
  return {
    taskId: 'task-1',
    title: '建会',
    programme: '组织建设',
    unit: '家',
    target: String(target),
    done: String(done),
    pending: '0',
    weight: '1',
    timeliness: 'on_time',
    received: 1,
    returned: 0,
    reportIds: ['report-1'],
    ...more,
  };
}

export function judgement(points: string, reason = '台账齐全'): Judgement {
  return { points, reason, by: 'officer-1', at: '2014-12-20T08:00:00Z' };
}
