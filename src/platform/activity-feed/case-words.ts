/** What the feed says of cases (诉求件动态). Pure. */
import type { CaseEvents } from '../../events/case-body';
import type { Say } from './say';

interface CaseSubject {
  readonly unionId: string;
  readonly caseId: string;
  readonly words: Record<string, string>;
}

const about =
  (zh: (union: string, which: string) => string, en: string): Say =>
  (union, w) => {
    const said = w.reason === undefined ? '' : w.reason;
    return {
      zh: `${zh(union, `诉求件“${w.title}”`)}${said === '' ? '' : `：${said}`}`,
      en: `${union}: the case “${w.title}” ${en}${said === '' ? '' : `: ${said}`}`,
    };
  };

export const caseSentences: Record<keyof CaseEvents, Say> = {
  'case.received': about((union, which) => `${union}收到${which}`, 'came in'),
  'case.changed': about((union, which) => `${union}的${which}来件有变更`, 'was changed by its source'),
  'case.assigned': about((union, which) => `向${union}交办${which}`, 'was assigned to it'),
  'case.answered': about((union, which) => `${union}答复${which}`, 'was answered'),
  'case.returned': about((union, which) => `退回${union}对${which}的答复`, 'has to be answered again'),
  'case.handedBack': about((union, which) => `${which}由下级退回${union}`, 'was given back to it from below'),
  'case.closed': about((union, which) => `${union}的${which}办结`, 'was closed'),
};

/** What a feed entry keeps of these events. */
export function caseSubject({ case: { caseId, title, unionId }, reason }: CaseEvents[keyof CaseEvents]): CaseSubject {
  return { caseId, unionId, words: { title, ...(reason === null ? {} : { reason }) } };
}
