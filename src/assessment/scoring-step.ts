/** In which stage the office scores now (初评、终评), by the step of the assessment and by who asks. */
import type { Role } from '../kernel/actor';
import { Conflict, Forbidden } from '../kernel/errors';
import { may } from '../organization/rights';
import type { Assessment } from './assessment.entity';
import { daysOf } from './course/course';
import type { Stage } from './stage';

/** Errors: assessment.notScoring (409) before anybody scores; assessment.finalScore (403) for who may only review. */
export function officeStage({ step, definition }: Pick<Assessment, 'step' | 'definition'>, role: Role): Stage {
  if (step === 'review') return 'review';
  if (step !== 'final') throw notScoring();
  const reviewed = daysOf(definition.course, 'review') !== null;
  if (reviewed && !may(role, 'assessment.conduct')) throw conductorOnly();
  return 'final';
}

function notScoring(): Conflict {
  return new Conflict('assessment.notScoring', {
    zh: '尚未进入评分阶段：自评结束或进入初评、终评后再评分。',
    en: 'Nobody scores yet: the office does from the first review or the final scores on.',
  });
}

function conductorOnly(): Forbidden {
  return new Forbidden('assessment.finalScore', {
    zh: '已进入终评，由管理员评定。',
    en: 'The final scores are given by the administrator who conducts the assessment.',
  });
}
