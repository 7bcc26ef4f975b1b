/** Steps that the stories of publications and appeals begin with. */
import type { SchemeDefinition } from '../../src/assessment/scheme-types';
import { opened } from './assessment';
import type { Door, House } from './house';

const manual = (code: string, name: string, marks: string) =>
  ({ code, name, marks, rule: { kind: 'manual' }, scorer: 'office' }) as const;

/** Two judged criteria of 60 and 40. */
export const judgedScheme: SchemeDefinition = {
  fullMarks: '100',
  parts: [
    { code: 'A', name: '重点工作', marks: '60', criteria: [manual('A1', '组织建设', '60')] },
    { code: 'B', name: '特色工作', marks: '40', criteria: [manual('B1', '创新', '25'), manual('B2', '宣传', '15')] },
  ],
};

export type Given = readonly (readonly [union: string, points: Readonly<Record<string, string>>])[];

/** Gives every union its points, one criterion after the other. */
export async function scored(door: Door, tier: 'district' | 'subdistrict', id: string, given: Given): Promise<void> {
  for (const [unionId, points] of given)
    for (const [criterion, each] of Object.entries(points))
      await door
        .put(`/${tier}/assessments/${id}/score-sheets/${unionId}/scores/${criterion}`, {
          points: each,
          reason: '按台账评定',
        })
        .expect(200);
}

/** A's assessment of its communities, scored by its reviewer and published by its administrator. */
export async function publishedInA(
  house: House,
  given: Given,
  definition: SchemeDefinition = judgedScheme,
): Promise<string> {
  const [a, reviewer] = [await house.as('a.administrator'), await house.as('a.reviewer')];
  const { id } = await opened(a, 'subdistrict', { year: 2026, title: '社区考核', definition });
  await scored(reviewer, 'subdistrict', id, given);
  await a.post(`/subdistrict/assessments/${id}/publication`).expect(201);
  return id;
}

/**
 * Results that were published and are appealed by every scored union, with a file: what the office and what each union
 * has of them, by the nouns of the API.
 */
export async function publishedResults(
  tier: 'district' | 'subdistrict',
  office: Door,
  unions: readonly { unionId: string; door: Door }[],
): Promise<{ office: Record<string, string>; unions: Record<string, string>[] }> {
  const { id } = await opened(office, tier, { year: 2026, title: '已公示', definition: judgedScheme });
  const points = { A1: '50', B1: '20', B2: '10' };
  await scored(
    office,
    tier,
    id,
    unions.map(({ unionId }) => [unionId, points]),
  );
  await office.post(`/${tier}/assessments/${id}/publication`).expect(201);
  const below = tier === 'district' ? 'subdistrict' : 'community';
  const filed: Record<string, string>[] = [];
  for (const { door } of unions) {
    const body = { assessmentId: id, criteria: ['B1'], reason: '请复核' };
    const appeal = await door.post(`/${below}/appeals`, body).expect(201);
    const file = await door
      .post(`/${below}/appeals/${appeal.body.id}/evidence`)
      .attach('file', Buffer.from('台账'), '台账.txt')
      .expect(201);
    filed.push({ publications: id, appeals: appeal.body.id, 'evidence of an appeal': file.body.id });
  }
  return {
    office: {
      published: id,
      sheets: unions[0]?.unionId ?? '',
      'appeals to decide': filed[0]?.['appeals'] ?? '',
      'evidence to decide on': filed[0]?.['evidence of an appeal'] ?? '',
    },
    unions: filed,
  };
}
