/** The ready indicators (指标模板): every figure of the annual report, each sound, over what the ready ledgers hold. */
import report from '../../src/demo/report-2014.json';
import { compile, readingsOf } from '../../src/indicator/definition/compile';
import { definitionErrors } from '../../src/indicator/definition/definition-check';
import { INDICATOR_TEMPLATES, ledgersOf } from '../../src/indicator/templates/templates';
import { TEMPLATES } from '../../src/ledger/templates/templates';
import { readyWorld } from './world';

const world = readyWorld(Object.fromEntries(INDICATOR_TEMPLATES.map(({ code, definition }) => [code, definition])));
const ready = new Map(INDICATOR_TEMPLATES.map((template) => [template.code, template]));

it('the 38 figures of the report are there, each as it stands in it: name, unit, kind and qualifier', () => {
  expect(report.figures).toHaveLength(38);
  const told = report.figures.map(({ code, zh, unit, kind, qualifier }) => ({ code, zh, unit, kind, qualifier }));
  const found = report.figures.map(({ code, kind }) => {
    const definition = ready.get(code)?.definition;
    const [above, below] = [definition?.overTime === 'last' ? 'stock' : 'flow', definition?.denominator];
    const rate = typeof below === 'string';
    // what is stated in words has neither unit nor qualifier
    const stated = kind === 'text';
    return {
      code,
      zh: definition?.name,
      unit: stated ? undefined : definition?.measure.unit,
      kind: stated ? 'text' : rate ? 'rate' : above,
      qualifier: rate ? undefined : definition?.qualifier,
    };
  });
  expect(found).toEqual(told);
});

it.each(INDICATOR_TEMPLATES.map((template) => [template.code, template] as const))(
  '%s can be published as it is',
  (code, template) => {
    expect(definitionErrors(code, template.definition, world)).toEqual([]);
    const { compiled } = compile(code, template.definition, world);
    const read = compiled === null ? [] : readingsOf(compiled);
    expect(read.length).toBeGreaterThan(0);
    const ledgers = read.flatMap(({ asked }) => (asked.source === 'ledger' ? [asked.ledger] : []));
    expect(ledgersOf(template).toSorted()).toEqual([...new Set(ledgers)].toSorted());
    expect(ledgers.filter((each) => !TEMPLATES.some((ledger) => ledger.code === each))).toEqual([]);
  },
);
