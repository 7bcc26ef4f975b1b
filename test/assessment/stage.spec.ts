/** Which stage counts: the final score, else the first review, else the self-score where the union scores itself. */
import { counting, type Stage, type StageGiven } from '../../src/assessment/stage';

const gave = (criterion: string, stage: Stage, points: string): StageGiven => ({
  criterion,
  stage,
  given: { points },
  reason: stage,
  by: `${stage}-officer`,
  at: '2026-12-20T02:00:00.000Z',
});
const scorers = { SELF: 'self', OFFICE: 'office', NAMED: { office: 'ZZ' } } as const;
const scorerOf = (code: string) => scorers[code as keyof typeof scorers];

it.each([
  ['SELF', ['self'], '1'],
  ['SELF', ['self', 'review'], '2'],
  ['SELF', ['final', 'review', 'self'], '3'],
  ['OFFICE', ['self'], undefined],
  ['OFFICE', ['review', 'self'], '2'],
  ['NAMED', ['self'], undefined],
  ['NAMED', ['self', 'final'], '3'],
] as const)('%s with %j counts %s', (code, stages, points) => {
  const worth: Record<Stage, string> = { self: '1', review: '2', final: '3' };
  const all = stages.map((stage) => gave(code, stage, worth[stage]));
  expect(counting(all, scorerOf)[code]?.points).toBe(points);
});

it('keeps who gave what counts, when and why', () => {
  expect(counting([gave('OFFICE', 'review', '2')], scorerOf)).toEqual({
    OFFICE: { points: '2', reason: 'review', by: 'review-officer', at: '2026-12-20T02:00:00.000Z' },
  });
});
