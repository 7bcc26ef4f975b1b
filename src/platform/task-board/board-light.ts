/** The light as the boards show it: by the district's rule, with what was told of the light before. */
import { type Light, type LightAnswer, type LightGiven, lastRedDay, lightOf } from '../../kernel/light';
import type { LightRule } from '../../kernel/light-rule';

/** What a light needs of a row `b` of the task board, besides its figures and days. */
export const lightColumns = `b.milestones, b.parked_until as "parkedUntil", b.red_on as "redOn", b.told_light as "toldLight",
  b.light_on as "lightOn"`;

/** The rule of the district `$1`, or null. */
export const ruleSql = `(select rule from platform.light_rule where district_id = $1)`;

export type LightColumns = Required<Pick<LightGiven, 'milestones' | 'parkedUntil' | 'redOn'>> & {
  readonly toldLight: Light | null;
  readonly lightOn: string | null;
};

/** The last red day follows from what was told last. */
export function boardLight(
  row: Omit<LightGiven, 'redOn'> & LightColumns,
  today: string,
  rule: LightRule | null,
): LightAnswer {
  const { toldLight: light, lightOn: since, redOn } = row;
  return lightOf({ ...row, redOn: lastRedDay({ light, since, redOn }, today) }, today, rule ?? undefined);
}
