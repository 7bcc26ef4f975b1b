/** What was handed in each time (历次报送) is read back from what stands and every change since. Pure. */
import fc from 'fast-check';
import { changesOf, nothing, type Saying, undone } from '../../src/form/return/said-changes';
import { asHandedIn, submissionsOf } from '../../src/form/return/submissions';

const part = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('0', '1', '缺'), { maxKeys: 3 });
const saying: fc.Arbitrary<Saying> = fc.record({ values: part, missing: part, words: part });
const plain = (said: Saying): unknown => JSON.parse(JSON.stringify(said));

it('what was said before is what stands with its changes undone, whatever they were', () => {
  fc.assert(
    fc.property(saying, saying, (before, after) => {
      expect(plain(undone(after, changesOf(before, after)))).toEqual(plain(before));
    }),
  );
});

it('each submission has the values of its own moment, however often it was changed before and after', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ said: saying, handsIn: fc.boolean() }), { minLength: 1, maxLength: 6 }),
      (course) => {
        let before: Saying = nothing;
        const steps = course.flatMap(({ said, handsIn }, no) => {
          const step = { by: 'x', at: String(no), words: null, changes: null };
          const changed = { ...step, kind: 'changed' as const, changes: changesOf(before, said) };
          before = said;
          return handsIn
            ? [
                changed,
                { ...step, kind: 'submitted' as const },
                { ...step, kind: 'returned' as const, words: String(no) },
              ]
            : [changed];
        });
        const found = submissionsOf({ id: 'r', status: 'returned', ...before, steps: steps.toReversed() });
        const wanted = course.flatMap(({ said, handsIn }, no) =>
          handsIn ? [{ said: plain(said), reason: String(no) }] : [],
        );
        expect(
          found.map(({ values, missing, words, reason }) => ({ said: plain({ values, missing, words }), reason })),
        ).toEqual(wanted.toReversed());
      },
    ),
  );
});

it('whoever is above reads a returned one as it was handed in, until it is handed in again', () => {
  fc.assert(
    fc.property(saying, saying, saying, (first, handedIn, half) => {
      const step = { by: 'x', at: '', words: null, changes: null };
      const changed = (from: Saying, to: Saying) => ({
        ...step,
        kind: 'changed' as const,
        changes: changesOf(from, to),
      });
      const before = [changed(nothing, first), changed(first, handedIn), { ...step, kind: 'submitted' as const }];
      const returned = [...before, { ...step, kind: 'returned' as const }];
      const now = { id: 'r', status: 'returned' as const, ...half };
      const read = asHandedIn({ ...now, steps: [...returned, changed(handedIn, half)].toReversed() });
      expect(plain({ values: read.values, missing: read.missing, words: read.words })).toEqual(plain(handedIn));
      expect(read.steps).toEqual(returned.toReversed());
      const again = { ...now, status: 'submitted' as const, steps: returned.toReversed() };
      expect(asHandedIn(again)).toBe(again);
    }),
  );
});
