/** The course of an assessment (考核流程): moved on by its conductor. */
import { Inject, Injectable } from '@nestjs/common';
import { CalendarService } from '../../calendar/calendar.service';
import type { Step } from '../../events/events';
import type { Actor } from '../../kernel/actor';
import { expectVersion, Refused } from '../../kernel/errors';
import { Deeds } from '../../outbox/deeds';
import { lockOwn, tallied } from '../assessment.reader';
import type { AssessmentView } from '../assessment.view';
import { onwardFrom } from './course';
import { stepList } from './step-words';
import { enterStep } from './step.writer';

@Injectable()
export class CourseService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  /**
   * On to a later step of the scheme's course, before publication. Errors: step.notAhead (422),
   * assessment.published (409), changedMeanwhile (412), notFound.
   */
  moveOn(actor: Actor, id: string, version: number, to: Step): Promise<AssessmentView> {
    return this.deeds.run(actor, async (tx) => {
      const assessment = await lockOwn(tx, actor, id, 'write');
      assessment.requireOpen();
      expectVersion(assessment.version, version);
      const ahead = onwardFrom(assessment.definition.course, assessment.step);
      if (!ahead.includes(to)) throw notAhead(ahead);
      await enterStep(tx, this.calendar, actor, assessment, { step: to, reason: null });
      return tallied(tx, assessment);
    });
  }
}

function notAhead(ahead: readonly Step[]): Refused {
  const { zh, en } = stepList(ahead);
  const words =
    ahead.length === 0
      ? {
          zh: '公示前没有后续阶段；请公示结果，或重新开启前面的阶段。',
          en: 'No step lies ahead before publication: publish the results, or reopen an earlier step.',
        }
      : { zh: `只能进入后续阶段：${zh}。`, en: `It can only move on, to: ${en}.` };
  return new Refused('step.notAhead', words, 'to');
}
