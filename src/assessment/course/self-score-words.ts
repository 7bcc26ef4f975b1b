/** Why a union cannot score itself now (自评), in words. */
import type { Step } from '../../events/events';
import { Conflict, Refused, type Words } from '../../kernel/errors';
import type { SelfScoreDoor } from './course';

type Why = Extract<SelfScoreDoor, { open: false }>['why'] | 'published' | 'handedIn';

const said: Record<Why, Words> = {
  notYet: { zh: '自评尚未开始，开始后再填报。', en: 'The self-score has not begun yet.' },
  over: {
    zh: '自评和初评均已结束，不能再填报自评。',
    en: 'Self-score and review are over: it is too late for a self-score.',
  },
  reviewed: {
    zh: '上级已完成对本单位的初评，不能再填报自评。',
    en: 'The review of your sheet is finished: it is too late for a self-score.',
  },
  published: { zh: '考核结果已公示，不能再改动。', en: 'The results are published and stay as they are.' },
  handedIn: {
    zh: '自评已提交；需要修改请先撤回。',
    en: 'Your self-score is handed in: take it back before you change it.',
  },
};

/** Why the door is closed; null where it is open. */
export function closedWords(step: Step, door: SelfScoreDoor, handedIn: boolean): Words | null {
  if (step === 'published' || step === 'appeals' || step === 'closed') return said.published;
  if (!door.open) return said[door.why];
  return handedIn ? said.handedIn : null;
}

export const closedDoor = (why: Why): Conflict => new Conflict(`selfScore.${why}`, said[why]);

export const notHandedIn = (): Conflict =>
  new Conflict('selfScore.notHandedIn', { zh: '自评尚未提交。', en: 'The self-score is not handed in.' });

export const reviewBegun = (): Conflict =>
  new Conflict('selfScore.reviewBegun', {
    zh: '上级已开始初评，不能撤回；如需修改请联系上级。',
    en: 'The review of your sheet has begun, so it cannot be taken back: ask the tier above.',
  });

export const emptySelfScore = (codes: readonly string[]): Refused =>
  new Refused('selfScore.incomplete', {
    zh: `以下自评项目还没有填报：${codes.join('、')}。`,
    en: `You have not scored yet: ${codes.join(', ')}.`,
  });

export const computedByMachine = (): Refused =>
  new Refused('assessment.computedCriterion', {
    zh: '本项由系统按审核通过的填报计算，不需自评。',
    en: 'This criterion is computed from accepted reports; there is nothing to score yourself.',
  });
