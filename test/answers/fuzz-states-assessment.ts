/** Assessments at the step that each deed asks for. */
import { type Made, parts, lower, own, office } from './fuzz-made';
import { above, below, doorOf, type Place, type Things } from './fuzz-things';

const stated = { points: undefined, counts: undefined, numerator: '37', denominator: '40', reason: '已覆盖' };
const entryOf = async (t: Things, code: Place): Promise<[string, string]> => {
  const id = await t.assessment(code, 'review');
  const at = `/${doorOf[code]}/assessments/${id}/score-sheets/${t.union(below[code])}/entries`;
  return [id, await t.made(code, at, BONUS)];
};
const BONUS = { kind: 'bonus', ground: 'J1', occurredOn: '2026-06-12', words: '获评先进' };
const proposedOf = async (t: Things, code: Place): Promise<[string, string]> => {
  const id = await t.assessment(above[code]);
  return [id, await t.made(code, `/${doorOf[code]}/self-scores/${id}/entries`, BONUS)];
};
const statedOf = async (t: Things, code: Place): Promise<string> => {
  const id = await t.assessment(above[code]);
  const at = `/${doorOf[code]}/self-scores/${id}`;
  await (await t.as(code)).put(`${at}/scores/A2`, { numerator: '37', denominator: '40', reason: '已覆盖' }).expect(200);
  return id;
};
const sheetOf = async (t: Things, code: Place): Promise<string[]> => [
  await t.assessment(code, 'review'),
  t.union(below[code]),
];
const reopening = parts(
  async (t, code) => {
    const id = await t.assessment(code, 'final');
    const at = `/${doorOf[code]}/assessments/${id}/reopenings`;
    return [id, await t.made(code, at, { to: 'review', reason: '漏看' })];
  },
  { program: true },
);

export const assessment: Record<string, Made> = {
  'put schemes/{id}': parts((t, code) => t.scheme(code)),
  'post assessments': async (t, code) => ({ body: { schemeId: await t.scheme(code), beginOn: undefined } }),
  'put assessments/{id}/score-sheets/{unionId}/scores/{criterion}': async (t, code) => ({
    parts: [await t.judging(code), t.union(below[code]), 'B1'],
    body: { numerator: undefined, denominator: undefined, counts: undefined },
    version: 0,
  }),
  'post assessments/{id}/score-sheets/{unionId}/review': parts(sheetOf),
  'post assessments/{id}/computation': parts((t, code) => t.judging(code)),
  'post assessments/{id}/runs': parts((t, code) => t.judging(code)),
  'post assessments/{id}/publication': parts((t, code) => t.allJudged(office(code))),
  'post assessments/{id}/steps': parts((t, code) => t.assessment(code)),
  'post assessments/{id}/reopenings': parts((t, code) => t.assessment(code, 'final')),
  'post assessments/{id}/reopenings/{reopeningId}/confirmation': reopening,
  'post assessments/{id}/reopenings/{reopeningId}/refusal': reopening,
  'post assessments/{id}/score-sheets/{unionId}/entries': parts(sheetOf),
  'delete assessments/{id}/entries/{entryId}': parts(entryOf),
  'post assessments/{id}/entries/{entryId}/approval': parts(
    async (t, code) => {
      const [id, entry] = await entryOf(t, code);
      await t.file(code, `/${doorOf[code]}/assessments/${id}/entries/${entry}`);
      return [id, entry];
    },
    { program: true },
  ),
  'post assessments/{id}/entries/{entryId}/refusal': parts(entryOf, { program: true }),
  'post assessments/{id}/entries/{entryId}/evidence': parts(entryOf),
  'delete assessments/{id}/entries/{entryId}/evidence/{evidenceId}': parts(async (t, code) => {
    const [id, entry] = await entryOf(t, code);
    return [id, entry, await t.file(code, `/${doorOf[code]}/assessments/${id}/entries/${entry}`)];
  }),
  'put self-scores/{assessmentId}/scores/{criterion}': parts(
    async (t, code) => [await t.assessment(above[code]), 'A2'],
    {
      body: stated,
    },
  ),
  'post self-scores/{assessmentId}/submission': parts(statedOf),
  'delete self-scores/{assessmentId}/submission': parts(async (t, code) => {
    const id = await statedOf(t, code);
    await t.made(code, `/${doorOf[code]}/self-scores/${id}/submission`);
    return id;
  }),
  'post self-scores/{assessmentId}/entries': parts((t, code) => t.assessment(above[code])),
  'delete self-scores/{assessmentId}/entries/{entryId}': parts(proposedOf),
  'post self-scores/{assessmentId}/entries/{entryId}/evidence': parts(proposedOf),
  'delete self-scores/{assessmentId}/entries/{entryId}/evidence/{evidenceId}': parts(async (t, code) => {
    const [id, entry] = await proposedOf(t, code);
    return [id, entry, await t.file(code, `/${doorOf[code]}/self-scores/${id}/entries/${entry}`)];
  }),
  'post appeals': async (t, code) => ({ body: { assessmentId: await t.published(office(above[code])) } }),
  'delete appeals/{id}': parts(async (t, code) => (await t.appeal(own(code)))[1]),
  'post appeals/{id}/evidence': parts(async (t, code) => (await t.appeal(own(code)))[1]),
  'delete appeals/{id}/evidence/{evidenceId}': parts(async (t, code) => {
    const [, id] = await t.appeal(own(code));
    return [id, await t.file(code, `/${doorOf[code]}/appeals/${id}`)];
  }),
  'post assessments/{id}/appeals/{appealId}/decision': parts((t, code) => t.appeal(lower(code)), { program: true }),
  'post assessments/{id}/score-sheets/{unionId}/simulation': parts(
    async (t, code) => [await t.judging(code), t.union(below[code])],
    { body: { tasks: [], entries: [], scores: [{ criterion: 'B1', points: '18.5' }] } },
  ),
  'post score-sheets/{assessmentId}/simulation': parts((t, code) => t.judging(above[code]), {
    body: { tasks: [], entries: [], scores: [{ criterion: 'B1', points: '18.5' }] },
  }),
};
