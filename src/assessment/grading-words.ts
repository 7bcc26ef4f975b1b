/** Why a union has its rank and its grade (排名与等次的说明), in words. */
import { plain } from '../kernel/decimal';
import type { Words } from '../kernel/errors';
import type { Graded, Missed } from './class-grades';
import type { Placed } from './grading-row';
import type { GradeDefinition, SchemeDefinition, VetoDefinition } from './scheme-types';

/** How many of a class stand on each rank and have each points. */
export interface Counts {
  readonly size: number;
  readonly byRank: ReadonlyMap<number, number>;
  readonly byPoints: ReadonlyMap<string, number>;
}

export function countsOf(places: readonly Placed[]): Counts {
  const [byRank, byPoints] = [new Map<number, number>(), new Map<string, number>()];
  for (const { rank, points } of places) {
    byRank.set(rank, (byRank.get(rank) ?? 0) + 1);
    byPoints.set(plain(points), (byPoints.get(plain(points)) ?? 0) + 1);
  }
  return { size: places.length, byRank, byPoints };
}

/** `本组 12 家中列第 3 名，与另 1 家并列。` */
export function placeWords(
  { ties }: Pick<SchemeDefinition, 'ties'>,
  { size, byRank, byPoints }: Counts,
  { rank, points }: Placed,
): Words {
  const shared = (byRank.get(rank) ?? 1) - 1;
  const equal = (byPoints.get(plain(points)) ?? 1) - 1;
  const told = equal > shared && ties?.by === 'criteria' ? (ties.criteria ?? []) : [];
  const zh = [
    ...(told.length === 0 ? [] : [`与另 ${equal - shared} 家同分，依次按 ${told.join('、')} 分出先后`]),
    ...(shared === 0 ? [] : [`与另 ${shared} 家并列`]),
  ];
  const en = [
    ...(told.length === 0 ? [] : [`${equal - shared} more with the same points told apart by ${told.join(', ')}`]),
    ...(shared === 0 ? [] : [`shared with ${shared} more`]),
  ];
  const after = (list: string[], comma: string) => list.map((one) => `${comma}${one}`).join('');
  return {
    zh: `本组 ${size} 家中列第 ${rank} 名${after(zh, '，')}。`,
    en: `Place ${rank} of ${size} in the class${after(en, ', ')}.`,
  };
}

/** What each veto does. */
export function vetoWords({ grading }: Pick<SchemeDefinition, 'grading'>, held: readonly VetoDefinition[]): Words[] {
  return held.map(({ name, effect, grade }): Words => {
    if (effect === 'zero') return { zh: `一票否决“${name}”，总分记零分。`, en: `Veto “${name}”: all points are zero.` };
    if (effect === 'awardLost') {
      return { zh: `一票否决“${name}”，取消评优资格。`, en: `Veto “${name}”: out of any award.` };
    }
    const best = grading?.grades.find(({ code }) => code === grade)?.name ?? grade ?? '';
    return { zh: `一票否决“${name}”，等次不高于“${best}”。`, en: `Veto “${name}”: no grade better than “${best}”.` };
  });
}

/** How it came by its grade, and what kept it from the better ones. */
export function gradeWords(graded: Graded | undefined): Words[] {
  if (graded === undefined) return [];
  const { grade, missed, places, besides, beyond } = graded;
  const line = grade.atLeast === undefined ? null : plain(grade.atLeast);
  const zh = [
    ...(line === null ? [] : [`达到 ${line} 分`]),
    ...(besides && places !== null ? ['不占名额'] : []),
    ...(besides || places === null ? [] : [beyond ? `名额 ${places} 名，同分一并进入` : `在名额 ${places} 名之内`]),
  ];
  const en = [
    ...(line === null ? [] : [`at least ${line} points`]),
    ...(besides && places !== null ? ['without taking a place'] : []),
    ...(besides || places === null
      ? []
      : [beyond ? `${places} places, equal points all come in` : `within the ${places} places`]),
  ];
  return [
    ...missed.map(missedWords),
    {
      zh: `${zh.map((one) => `${one}，`).join('')}等次为“${grade.name}”。`,
      en: `The grade is “${grade.name}”${en.map((one) => `, ${one}`).join('')}.`,
    },
  ];
}

function missedWords({ grade, why, places, equal }: Missed): Words {
  const name = `“${grade.name}”`;
  if (why === 'cutOff') {
    const line = plain(grade.atLeast ?? '0');
    return { zh: `未达到${name}的 ${line} 分。`, en: `Below the ${line} points of ${name}.` };
  }
  if (why === 'veto') return { zh: `因否决不得评为${name}。`, en: `Kept from ${name} by a veto.` };
  const quota = quotaWords(grade, places);
  if (why === 'full') return { zh: `${name}${quota.zh}，已满。`, en: `${name} has ${quota.en}: taken.` };
  return {
    zh: `${name}${quota.zh}，同分的 ${equal} 家不能全部进入，按方案都不进入。`,
    en: `${name} has ${quota.en}: the ${equal} with equal points do not all fit and by the scheme all stay out.`,
  };
}

function quotaWords({ quota = '100' }: GradeDefinition, places: number | null): Words {
  const percent = plain(quota);
  return { zh: `名额为本组的 ${percent}%，即 ${places} 名`, en: `${percent} % of the class, ${places} places` };
}
