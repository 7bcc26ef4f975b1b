/** What a light is judged by, as it is read and as it is written again. Pure. */
import type { LightBody } from '../events/light-body';
import { newId } from '../kernel/id';
import { type Judgement, type Light, type LightGiven, type LightReason, judgeLight, lastRedDay } from '../kernel/light';
import { type LightRule, standardRule } from '../kernel/light-rule';
import { turnOf } from '../kernel/light-turn';

export interface LightFacts extends LightGiven {
  readonly districtId: string;
  readonly taskId: string;
  readonly unionId: string;
  readonly path: string;
  readonly title: string;
  readonly tier: string;
  readonly done: string;
  readonly pending: string;
  readonly redOn: string | null;
  /** As it was judged last; the reason is null where it never was. */
  readonly light: Light | null;
  readonly since: string | null;
  readonly reason: LightReason | null;
  readonly rule: LightRule | null;
  readonly ruleNo: number;
  readonly today: string;
}

/** Who lay furthest behind directly below, and by how much in the measure's unit. */
export interface Culprit {
  readonly unionId: string;
  readonly short: string;
}

/** A light judged anew: the row as it is stored, and what is told of it. */
export interface Judged {
  readonly districtId: string;
  readonly taskId: string;
  readonly light: Light | null;
  readonly reason: LightReason;
  readonly behind: string;
  readonly redOn: string | null;
  readonly turnOn: string | null;
  readonly ruleNo: number;
  /** Ids of the history's row and of the announcement; null where the colour is the same. */
  readonly changeId: string | null;
  readonly toldId: string | null;
  readonly facts: LightFacts;
  readonly body: LightBody;
}

/**
 * The light of a task by the rule of its district, with the last day that ended red. That something is yellow or red, or no longer, is news; that work begins or is over in good time is none.
 */
export function judged(facts: LightFacts): Judged {
  const { districtId, taskId, unionId, title, today, ruleNo } = facts;
  const rule = facts.rule ?? standardRule;
  const redOn = lastRedDay(facts, today);
  const given = { ...facts, redOn };
  const judgement: Judgement = judgeLight(given, rule, today);
  const { light, reason, behind, overdueDays } = judgement;
  const turnOn = turnOf(given, rule, today);
  const changed = light !== facts.light;
  const news = changed && (isTold(light) || isTold(facts.light));
  return {
    districtId,
    taskId,
    light,
    reason,
    behind,
    redOn,
    turnOn,
    ruleNo,
    changeId: changed ? newId() : null,
    toldId: news ? newId() : null,
    facts,
    body: { taskId, unionId, title, before: facts.light, light, reason, behind, overdueDays, redOn, on: today },
  };
}

const isTold = (light: Light | null): boolean => light === 'yellow' || light === 'red';
