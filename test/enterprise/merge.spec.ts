/** A row of a spreadsheet against what stands in the register: what it tells changes it, what it leaves out stays. */
import { merge } from '../../src/enterprise/enterprise-merge';

const known = {
  ...{ id: 'e', unionId: 'u', version: 3, closedOn: null, sameDay: null, creditCode: '91440300708461136T' },
  ...{ name: '旧名', kind: 'non_public' as const, industry: '制造业', unionEstablishedOn: null, termEndsOn: null },
  ...{
    mediation: null,
    legalSupervision: true,
    openedOn: '2010-01-01',
    workers: 10,
    members: 5,
    countedOn: '2026-01-01',
  },
};
const row = { creditCode: known.creditCode, name: '旧名', kind: 'non_public' as const };

it.each([
  ['without headcounts', { ...row, kind: 'public' as const }, '2026-06-30'],
  ['with headcounts of an earlier day', { ...row, kind: 'public' as const, workers: 8, members: 8 }, '2025-12-31'],
])('a row %s changes what else it tells', (_, given, countedOn) => {
  expect(merge(given, known, null, countedOn)).toMatchObject({
    changed: { kind: 'public', industry: '制造业', now: { workers: 10, members: 5, countedOn: '2026-01-01' } },
    difference: { before: { kind: 'non_public' }, after: { kind: 'public' } },
  });
});

it('a row that tells what stands there changes nothing', () => {
  expect(merge({ ...row, workers: 10 }, known, null, '2026-06-30')).toEqual({ unchanged: true });
});
