/** The ready ledgers (台账模板): every one can be published, and the annual report's figures follow from them. */
import report from '../../src/demo/report-2014.json';
import { schemaOf } from '../../src/ledger/entry/entry-schema';
import { readValues } from '../../src/ledger/entry/values';
import { readFigure } from '../../src/ledger/figure/figure';
import { TEMPLATES } from '../../src/ledger/templates/templates';
import { definitionErrors } from '../../src/ledger/type/definition-check';
import { isFieldKey } from '../../src/http/field-key';
import { withSlots } from '../../src/ledger/type/slots';

const named = TEMPLATES.map((template) => [template.code, template] as const);

it.each(named)('%s can be published as it is, and its figures can be asked for', (_, { definition, figures }) => {
  expect(definitionErrors(definition)).toEqual([]);
  expect(() => withSlots({}, definition.fields)).not.toThrow();
  expect(definition.fields.filter(({ key }) => !isFieldKey(key))).toEqual([]);
  for (const figure of figures) expect(() => readFigure(definition, figure)).not.toThrow();
  // the schema compiles: nothing given leaves out exactly what is required
  const missing = readValues(definition, {}, { draft: false }).errors.map(({ field }) => field.slice('values.'.length));
  expect(missing).toEqual(schemaOf(definition)['required']);
});

it('every choice a figure filters by can be made', () => {
  for (const { definition, figures } of TEMPLATES)
    for (const { code, filters = {} } of figures)
      for (const [key, values] of Object.entries(filters)) {
        const choices = definition.fields.find((field) => field.key === key)?.choices?.map((choice) => choice.code);
        expect([code, key, (values as string[]).filter((value) => choices?.includes(value) !== true)]).toEqual([
          code,
          key,
          [],
        ]);
      }
});

it('the programmes that are kept as ledgers have one each, and every figure of the report that ledgers can give is given', () => {
  const programmes = new Set(TEMPLATES.map(({ definition }) => definition.programme));
  const wanted = [2, 3, 4, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 23, 25];
  expect([...programmes].toSorted()).toEqual(wanted.map((no) => `S${String(no).padStart(2, '0')}`));
  const given = new Set(TEMPLATES.flatMap(({ figures }) => figures.map(({ code }) => code)));
  // counted from the register of enterprises, or stated in words
  const elsewhere = /^(enterprise|worker|rate|bargaining\.rates)/;
  const counted = report.figures.map(({ code }) => code).filter((code) => !elsewhere.test(code));
  expect(counted.filter((code) => !given.has(code))).toEqual([]);
});
