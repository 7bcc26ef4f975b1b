/** What the feed says of lights (亮灯动态). Pure. */
import type { Say } from './say';

const colours: Record<string, { zh: string; en: string }> = {
  green: { zh: '绿灯', en: 'green' },
  yellow: { zh: '黄灯', en: 'yellow' },
  red: { zh: '红灯', en: 'red' },
};

/** Why a light is as it is, in the feed. */
function lightWhy({ reason = '', behind = '', overdue = '' }: Record<string, string>): { zh: string; en: string } {
  if (reason === 'overdue') return { zh: `，已超期 ${overdue} 天`, en: `, ${overdue} days overdue` };
  if (reason === 'behind') return { zh: `，落后计划 ${behind} 个百分点`, en: `, ${behind} points behind the plan` };
  if (reason === 'notStarted') return { zh: '，迟迟未开展', en: ', nothing done for too long' };
  if (reason === 'caughtUp')
    return { zh: '，已赶上进度，本期保留黄灯', en: ', caught up, yellow until the period ends' };
  return { zh: '', en: '' };
}

export const lightSentences: Record<'light.changed' | 'lightRule.set', Say> = {
  'light.changed': (union, w) => {
    const [colour, why] = [colours[w.light ?? ''] ?? { zh: '熄灯', en: 'off' }, lightWhy(w)];
    return {
      zh: `${union}的任务“${w.title}”转${colour.zh}${why.zh}`,
      en: `The light of “${w.title}” of ${union} is ${colour.en} now${why.en}`,
    };
  },
  'lightRule.set': (union, w) => ({
    zh: `${union}调整亮灯规则：${w.reason}`,
    en: `${union} set the rule for its lights anew: ${w.reason}`,
  }),
};
