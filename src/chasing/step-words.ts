/** When a step is due, and why nobody is chased, in words (催办说明). Pure. */
import type { Words } from '../kernel/errors';
import type { LadderKind } from './ladder';

/** `offset` in working days from the due day, or from the day the report was handed in. */
export function stepWords(kind: LadderKind, offset: number): Words {
  if (kind === 'review')
    return {
      zh: `报送后 ${offset} 个工作日未审核`,
      en: `not reviewed ${offset} working days after it was handed in`,
    };
  if (offset === 0) return { zh: '到期当日', en: 'on the due day' };
  return offset < 0
    ? { zh: `到期前 ${-offset} 个工作日`, en: `${-offset} working days before the due day` }
    : { zh: `到期后 ${offset} 个工作日`, en: `${offset} working days after the due day` };
}

export const holds = ['withdrawn', 'ownTask', 'parked', 'divided', 'complete', 'withReviewer'] as const;
export type Hold = (typeof holds)[number];

export const holdWords: Readonly<Record<Hold, Words>> = {
  withdrawn: { zh: '任务已撤回，不再催办', en: 'It was withdrawn: nobody is chased.' },
  ownTask: { zh: '区级总任务由下级填报，不对本级催办', en: 'The district’s own task is reported by those below.' },
  parked: { zh: '任务已挂账，到期再催办', en: 'It is parked: nobody is chased until then.' },
  divided: { zh: '任务已全部分解，由下级填报', en: 'It was divided: those below report on it.' },
  complete: { zh: '已完成目标，不再催办', en: 'The target is reached: nobody is chased.' },
  withReviewer: { zh: '报告待审核，由审核方处理', en: 'A report waits for review: the next move is the reviewer’s.' },
};
