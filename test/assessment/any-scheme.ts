/** Schemes of every shape (任意方案), for laws that hold for all of them. */
import fc from 'fast-check';
import type { SchemeDefinition } from '../../src/assessment/scheme-types';

type Json = Readonly<Record<string, unknown>>;

/** Words with the signs that a cell, a spreadsheet or a file might take for its own. */
const words = fc
  .array(fc.constantFrom(...'组织建设入会=；;，,、：:"“”[]【】≥>-+@\'（）%&<a1_', '最低', '封顶=2', '_x0041_'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((letters) => letters.join(''));

const maybe = <T>(key: string, value: fc.Arbitrary<T>): fc.Arbitrary<Json> =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [key]: one }));
const all = (...parts: fc.Arbitrary<Json>[]): fc.Arbitrary<Json> =>
  fc.tuple(...parts).map((each) => Object.assign({}, ...each) as Json);
const over = maybe('over', fc.constantFrom('completion', 'punctuality', 'quality', 'stated'));
const codes = (prefix: string) => (no: number) => `${prefix}-${no + 1}`;

/** Rules of each kind that can give `marks` and no more. */
const ruleOf = (marks: number, code: string): fc.Arbitrary<Json> => {
  const full = String(marks);
  const half = (marks / 2).toFixed(2);
  const named = (extra: fc.Arbitrary<Json>, ownCode: boolean): fc.Arbitrary<Json[]> =>
    fc
      .array(all(fc.record({ name: words }), extra), { minLength: 1, maxLength: 3 })
      .map((list) => list.map((one, no) => ({ code: ownCode ? codes(code)(no) : `Z${no}`, points: half, ...one })));
  const kinds: Record<string, fc.Arbitrary<Json>> = {
    proportional: all(
      maybe('fullAt', fc.constantFrom('0.9', '1')),
      over,
      maybe('beyond', fc.constant({ per: '10', points: '0.5', cap: '2' })),
    ),
    bands: all(
      over,
      fc.constant({
        bands: [
          { atLeast: '90', points: full },
          { atLeast: '60.5', points: half },
        ],
      }),
    ),
    threshold: all(over, fc.constant({ atLeast: '95' })),
    deduction: fc.boolean().chain((own) =>
      all(
        named(maybe('most', fc.constant(full)), own).map((grounds) => ({ grounds })),
        maybe('floor', fc.constant('0')),
      ),
    ),
    shortfall: all(
      over,
      fc.constant({ from: '95', per: '1', points: half }),
      maybe('floor', fc.constant('0')),
      maybe('wholeSteps', fc.boolean()),
    ),
    interval: all(over, fc.constant({ base: '80', challenge: '95' }), maybe('basePoints', fc.constant(half))),
    counted: named(fc.constantFrom<Json>({}, { cap: full }), false).map((list) => ({
      kinds: list.map((one, no) => (no === 0 ? { ...one, cap: full } : one)),
    })),
    rank: all(
      over,
      fc.constant({ points: [full, half] }),
      maybe('rest', fc.constant('0')),
      maybe('ties', fc.constantFrom('same', 'mean')),
    ),
    relative: over,
    coefficients: all(
      over,
      fc.constant({
        steps: [
          { at: '100', coefficient: '1' },
          { at: '60', coefficient: '0.5' },
        ],
      }),
    ),
    manual: all(maybe('min', fc.constant('0')), maybe('max', fc.constant(full))),
  };
  return fc.constantFrom(...Object.keys(kinds)).chain((kind) => {
    const parameters = kinds[kind] ?? fc.constant<Json>({});
    return parameters.map(({ beyond, ...given }) => {
      // these rates end at a hundred: nobody goes beyond
      const ends = given['over'] === 'quality' || given['over'] === 'punctuality';
      return { kind, ...given, ...(beyond === undefined || ends ? {} : { beyond }) };
    });
  });
};

const office = fc.constantFrom<unknown>('office', 'self', { office: 'ZZ' });
const tasks = fc.oneof(
  fc.constant('all'),
  fc.uniqueArray(words, { minLength: 1, maxLength: 3 }).map((programmes) => ({ programmes })),
  fc.constant({ codes: ['A1', 'A2'] }),
);

/** Fed from tasks and computed, or by somebody who states or judges. */
const leafOf = (marks: number, code: string): fc.Arbitrary<Json> =>
  ruleOf(marks, code).chain((rule) => {
    const judged = ['manual', 'deduction', 'counted'].includes(String(rule['kind'])) || rule['over'] === 'stated';
    const scorer = rule['kind'] === 'manual' ? fc.constantFrom<unknown>('office', { office: 'ZZ' }) : office;
    return all(
      fc.record({ code: fc.constant(code), name: words, marks: fc.constant(String(marks)), rule: fc.constant(rule) }),
      judged ? scorer.map((one) => ({ scorer: one })) : tasks.map((one) => ({ scorer: 'computed', tasks: one })),
      maybe('withoutFacts', rule['kind'] === 'manual' ? fc.constant('open') : fc.constantFrom('open', 'zero', 'full')),
      maybe('note', words),
    );
  });

const nodesOf = (code: string, depth: number): fc.Arbitrary<{ node: Json; marks: number }[]> =>
  fc
    .integer({ min: 1, max: 3 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, no) => nodeOf(`${code}.${no + 1}`, depth))));

const nodeOf = (code: string, depth: number): fc.Arbitrary<{ node: Json; marks: number }> => {
  const leaf = fc.integer({ min: 1, max: 30 }).chain((marks) => leafOf(marks, code).map((node) => ({ node, marks })));
  if (depth === 0) return leaf;
  const group = fc.tuple(nodesOf(code, depth - 1), words, maybe('note', words)).map(([nodes, name, note]) => {
    const marks = nodes.reduce((sum, one) => sum + one.marks, 0);
    return { node: { code, name, marks: String(marks), ...note, criteria: nodes.map(({ node }) => node) }, marks };
  });
  return fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: group });
};

const parts = fc.integer({ min: 1, max: 3 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, no) =>
      fc
        .tuple(nodesOf(`P${no}`, 2), words, maybe('weight', fc.constantFrom('0.5', '1')))
        .map(([nodes, name, weight]): { part: Json; marks: number } => {
          const marks = nodes.reduce((sum, one) => sum + one.marks, 0);
          const part = { code: `P${no}`, name, marks: String(marks), ...weight };
          return {
            part: { ...part, criteria: nodes.map(({ node }) => node) },
            marks: marks * Number(weight['weight'] ?? 1),
          };
        }),
    ),
  ),
);

const entries = fc.record({
  kinds: fc
    .array(all(fc.record({ name: words }), maybe('each', fc.constant('0.5'))), { minLength: 1, maxLength: 2 })
    .map((list) => list.map((one, no) => ({ code: `E${no}`, cap: '2', ...one }))),
  cap: fc.constant('3'),
});

const grading = fc.constantFrom(
  {
    grades: [
      { code: 'Y', name: '优秀', atLeast: '0.5', quota: '30' },
      { code: 'H', name: '合格' },
    ],
    quotaTies: 'out',
  },
  {
    grades: [
      { code: 'Y', name: '优秀', atLeast: '0.45' },
      { code: 'H', name: '合格' },
    ],
  },
);

/** A whole scheme that adds up. */
export const anyScheme: fc.Arbitrary<SchemeDefinition> = parts.chain((list) =>
  all(
    fc.constant({
      fullMarks: String(list.reduce((sum, { marks }) => sum + marks, 0)),
      parts: list.map(({ part }) => part),
      offices: [{ code: 'ZZ', name: '组织部' }],
    }),
    maybe('bonuses', entries),
    maybe(
      'penalties',
      entries.map(({ kinds, cap }) => ({ kinds: kinds.map((one) => ({ ...one, code: `K${one.code}` })), cap })),
    ),
    maybe('grading', grading),
    maybe(
      'vetoes',
      fc.constantFrom([
        { code: 'V1', name: '弄虚作假', effect: 'zero' },
        { code: 'V2', name: '欠缴经费', effect: 'awardLost' },
      ]),
    ),
    maybe(
      'classes',
      fc.constant([
        { code: 'L1', name: '大', kinds: ['area', 'industry'], sizeFrom: 500 },
        { code: 'L2', name: '其他' },
      ]),
    ),
    maybe('ties', fc.constantFrom({ by: 'shared' })),
    maybe('course', fc.constantFrom({ selfScore: 10, review: 5, appeal: 5, decide: 10 }, { selfScore: 1, final: 3 })),
  ),
) as unknown as fc.Arbitrary<SchemeDefinition>;
