/** The steps of an assessment in words (考核阶段). */
import type { Step } from '../../events/events';
import type { Words } from '../../kernel/errors';

const stepWords: Record<Step, Words> = {
  opened: { zh: '启动', en: 'its opening' },
  self_score: { zh: '自评', en: 'the self-score' },
  review: { zh: '初评', en: 'the first review' },
  final: { zh: '终评', en: 'the final scores' },
  published: { zh: '公示', en: 'publication' },
  appeals: { zh: '申诉处理', en: 'the answers to appeals' },
  closed: { zh: '办结', en: 'its close' },
};

/** Steps one after the other. */
export function stepList(steps: readonly Step[]): Words {
  const words = steps.map((step) => stepWords[step]);
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}
