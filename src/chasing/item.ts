/** One thing in a message (消息条目), as it was when it was told, and its words. Pure. */
import { daysBetween } from '../kernel/clock';
import { plain } from '../kernel/decimal';
import type { Words } from '../kernel/errors';
import type { Template, Whom } from './ladder';

interface About {
  readonly taskId: string;
  readonly reportId: string | null;
  readonly title: string;
  readonly unionId: string;
  readonly unionName: string;
  readonly dueOn: string;
}

/** A step of a ladder: what is to be done, and for those above by whom. */
export interface StepItem extends About {
  readonly kind: 'task' | 'review';
  readonly step: string;
  readonly template: Template;
  readonly whom: Whom;
  /** Working days from the anchor; negative before it. */
  readonly position: number;
  /** The day it was told. */
  readonly day: string;
  /** What the union has to do next. */
  readonly turn: 'sign' | 'resubmit' | 'report' | 'review';
  readonly done: string;
  readonly target: string;
  readonly unit: string;
}

/** An urging by hand. */
export interface UrgeItem extends About {
  readonly kind: 'urge';
  readonly urgeId: string;
  readonly words: string;
  readonly by: string;
  readonly byUnion: string;
}

/** Something an administrator must look at that is no task: said in words. */
export interface NoticeItem extends Omit<About, 'taskId' | 'title' | 'dueOn'> {
  readonly kind: 'notice';
  readonly taskId: null;
  readonly words: Words;
}

export type Item = StepItem | UrgeItem | NoticeItem;

/** Things in one message; what goes beyond is counted and said. */
export const MOST_ITEMS = 50;

const turns: Record<StepItem['turn'], Words> = {
  sign: { zh: '请签收', en: 'please sign for it' },
  resubmit: { zh: '报告已退回，请修改后重报', en: 'the report was returned, please hand it in again' },
  report: { zh: '请填报进度', en: 'please report' },
  review: { zh: '请审核', en: 'please review' },
};

/** What the item says, in both languages. */
export function itemWords(item: Item): Words {
  if (item.kind === 'notice') return item.words;
  if (item.kind === 'urge')
    return {
      zh: `${item.byUnion}${item.by}催办“${item.title}”：${item.words}`,
      en: `${item.by} of ${item.byUnion} urges you about “${item.title}”: ${item.words}`,
    };
  const [turn, time] = [turns[item.turn], item.kind === 'review' ? waits(item) : left(item)];
  const others = item.whom === 'above' || item.whom === 'leader';
  const [zhDone, enDone] = [doneOf(item, '已完成'), doneOf(item, 'done')];
  return others
    ? {
        zh: `${item.unionName}的“${item.title}”${time.zh}${zhDone}，请督促`,
        en: `“${item.title}” of ${item.unionName} ${time.en}${enDone}: please have a word`,
      }
    : {
        zh: `${item.kind === 'review' ? `${item.unionName}的` : ''}“${item.title}”${time.zh}${zhDone}，${turn.zh}`,
        en: `“${item.title}”${item.kind === 'review' ? ` of ${item.unionName}` : ''} ${time.en}${enDone}: ${turn.en}`,
      };
}

const doneOf = ({ done, target, unit }: StepItem, word: string): string =>
  `${word === 'done' ? ', ' : '，'}${word} ${plain(done)}/${plain(target)} ${unit}`;

function left({ position, dueOn, day }: StepItem): Words {
  if (day > dueOn) {
    const late = daysBetween(dueOn, day);
    return { zh: `已超期 ${late} 天（${dueOn} 到期）`, en: `is ${late} days overdue (due ${dueOn})` };
  }
  return day === dueOn
    ? { zh: '今天到期', en: 'is due today' }
    : {
        zh: `还有 ${-position} 个工作日到期（${dueOn}）`,
        en: `is due in ${-position} working days (${dueOn})`,
      };
}

const waits = ({ position }: StepItem): Words => ({
  zh: `的报告已等待审核 ${position} 个工作日`,
  en: `has a report that has waited for review for ${position} working days`,
});

/** The headline of a message. */
export function messageWords(items: readonly Item[], more: number): Words {
  const [only] = items;
  const all = items.length + more;
  if (all === 1 && only !== undefined) return itemWords(only);
  return { zh: `您有 ${all} 件事需要处理`, en: `${all} things need your attention` };
}
