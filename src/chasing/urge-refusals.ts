/** Why nobody is urged (催办受限). Pure. */
import { dayOf } from '../kernel/clock';
import { Conflict } from '../kernel/errors';
import type { UrgeView } from './urge.view';

export function alreadyUrged({ by, byUnion, at }: Pick<UrgeView, 'by' | 'byUnion' | 'at'>): Conflict {
  const day = dayOf(new Date(at));
  return new Conflict('urge.today', {
    zh: `${byUnion}${by}今天（${day}）已就该任务催办过，同一任务每人每天只催办一次。`,
    en: `${by} of ${byUnion} has urged about this task today (${day}): once a day for each officer is enough.`,
  });
}

export function nobodyThere(): Conflict {
  return new Conflict('urge.nobody', {
    zh: '该工会目前没有可填报的经办人。',
    en: 'There is nobody in this union who could report.',
  });
}
