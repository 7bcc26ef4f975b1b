/** Steps that the stories of an assessment begin with. */
import { SCHEME_EXAMPLE } from '../../src/assessment/scheme-example';
import type { Json } from '../../src/assessment/rules/rule';
import type { CriterionScoreView, ScoreSheetView } from '../../src/assessment/score-sheet.view';
import type { Door, House } from './house';
import { assigned, cascaded, submitted } from './task';

/** 60 points for completion, 20 for punctuality, 20 for what the office judges. */
export const scheme = { year: 2026, title: '2026 年度考核', definition: SCHEME_EXAMPLE };

/**
 * 100 members to win: A has 60 (A1 40, A2 20), B 40 and reports on it itself. A1's 30 are accepted, A2's 10 and B's 40
 * too, A1's 5 more are waiting. So A stands at 40 ÷ 60, B at 40 ÷ 40. Answers the accepted reports.
 */
export async function yearOfWork(house: House): Promise<{ a1: string; a2: string; b: string }> {
  const { shareA, shareB } = await assigned(house);
  const tasks = await cascaded(house, shareA);
  const [r1, r2, office] = [await house.as('a1.reporter'), await house.as('a2.reporter'), await house.as('a.reviewer')];
  const a1 = await submitted(r1, tasks.a1, { done: '30' });
  const a2 = await submitted(r2, tasks.a2, { done: '10' });
  for (const report of [a1, a2]) await office.post(`/subdistrict/reports/${report}/acceptance`).expect(201);
  await submitted(r1, tasks.a1, { done: '35' });
  const own = await house.as('b.administrator');
  await own.post(`/subdistrict/tasks/${shareB}/signature`).expect(201);
  const { body: b } = await own.post(`/subdistrict/tasks/${shareB}/reports`, { done: '40' }).expect(201);
  await own.post(`/subdistrict/reports/${b.id}/submission`).expect(201);
  await (await house.as('d.reviewer')).post(`/district/reports/${b.id}/acceptance`).expect(201);
  return { a1, a2, b: b.id };
}

/** Writes the scheme and opens it through the given door; answers the assessment. */
export async function opened(
  door: Door,
  tier: 'district' | 'subdistrict',
  given: object = scheme,
): Promise<{ id: string; schemeId: string }> {
  const { body: written } = await door.post(`/${tier}/schemes`, given).expect(201);
  const { body } = await door.post(`/${tier}/assessments`, { schemeId: written.id }).expect(201);
  return { id: body.id, schemeId: written.id };
}

/** What the office gives for the special work of a union. */
export async function judged(
  door: Door,
  tier: 'district' | 'subdistrict',
  id: string,
  unionId: string,
  points: string,
): Promise<void> {
  await door
    .put(`/${tier}/assessments/${id}/score-sheets/${unionId}/scores/B1`, { points, reason: '特色工作有成效' })
    .expect(200);
}

/** One criterion of a sheet as it was answered. */
export function criterion(
  sheet: Pick<ScoreSheetView, 'criteria'>,
  code: string,
): CriterionScoreView & { inputs: Inputs } {
  const found = sheet.criteria.find((each) => each.code === code);
  if (found === undefined) throw new Error(`the sheet has no ${code}`);
  return found as CriterionScoreView & { inputs: Inputs };
}

/** The inputs of the rules in the example scheme. */
interface Inputs {
  readonly [input: string]: Json;
  readonly tasks: readonly Readonly<Record<string, Json>>[];
}
