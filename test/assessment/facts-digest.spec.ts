/** What a sheet was scored from is told apart by all that its criteria look at, and by nothing else. */
import { factsDigestOf, scoresDigestOf } from '../../src/assessment/facts-digest';
import type { PlacedCriterion } from '../../src/assessment/scheme-types';
import { criteriaOf } from '../../src/assessment/scheme-types';
import type { EntryFact, UnionFacts } from '../../src/assessment/scoring';
import { judgement, taskFact } from './task-fact';
import { TOWN } from './town-scheme';

const criteria = criteriaOf(TOWN).filter(({ criterion }) => criterion.code !== 'B1');

const entry: EntryFact = {
  entryId: 'entry-1',
  kind: 'occurrence',
  criterion: 'A1',
  ground: 'G1',
  count: 1,
  points: null,
  occurredOn: '2014-05-03',
  words: '逾期',
  evidence: 0,
  recordedBy: 'officer-1',
  approvedBy: 'officer-1',
};

const facts: UnionFacts = {
  unionId: 'union-1',
  classCode: null,
  tasks: [taskFact(1, 2)],
  judgements: { A1: judgement('1') },
  entries: [entry],
};

const digest = (more: Partial<UnionFacts> = {}, of: readonly PlacedCriterion[] = criteria): string =>
  factsDigestOf(of)({ ...facts, ...more });

const elsewise = <T extends object>(one: T): T[] =>
  Object.keys(one).map((key) => ({ ...one, [key]: 'something else' }));

it.each(elsewise(taskFact(1, 2)))('tells another task: %j', (task) => {
  expect(digest({ tasks: [task] })).not.toBe(digest());
});

it.each(elsewise(entry).filter(({ criterion, kind }) => criterion === 'A1' && kind === 'occurrence'))(
  'tells another entry: %j',
  (other) => {
    expect(digest({ entries: [other] })).not.toBe(digest());
  },
);

it.each(elsewise(judgement('1')))('tells another judgement: %j', (other) => {
  expect(digest({ judgements: { A1: other } })).not.toBe(digest());
});

it('tells one thing less and one more', () => {
  const all = [
    digest(),
    digest({ tasks: [] }),
    digest({ judgements: {} }),
    digest({ entries: [] }),
    digest({ entries: [entry, entry] }),
  ];
  expect(new Set(all).size).toBe(all.length);
});

it('tells another rule and another weight of the part', () => {
  const [first, ...rest] = criteria as [PlacedCriterion, ...PlacedCriterion[]];
  const marks = { ...first, criterion: { ...first.criterion, marks: '19' } };
  const weight = { ...first, weight: '0.5' };
  expect(digest({}, [marks, ...rest])).not.toBe(digest());
  expect(digest({}, [weight, ...rest])).not.toBe(digest());
});

it('does not look at what other criteria and the sums are made of', () => {
  expect(digest({ classCode: 'A' })).toBe(digest());
  expect(digest({ judgements: { ...facts.judgements, B1: judgement('2') } })).toBe(digest());
  const others: EntryFact[] = [
    { ...entry, criterion: 'B1' },
    { ...entry, kind: 'bonus', criterion: null },
  ];
  expect(digest({ entries: [entry, ...others] })).toBe(digest());
});

it('tells scores that stand otherwise, and one that is missing', () => {
  const stands = Object.fromEntries(criteria.map(({ criterion }) => [criterion.code, 'digest 1.00']));
  const other = scoresDigestOf(criteria, { ...stands, A1: 'digest 2.00' });
  const { A1: _, ...missing } = stands;
  expect(new Set([scoresDigestOf(criteria, stands), other, scoresDigestOf(criteria, missing)]).size).toBe(3);
  expect(scoresDigestOf(criteria, { ...stands, B1: 'digest 3.00' })).toBe(scoresDigestOf(criteria, stands));
});
