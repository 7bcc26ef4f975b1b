/** The library of templates: each stands as it is, and the published town scheme loads as it was published. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateScheme } from '../../src/assessment/scheme-definition';
import { criteriaOf } from '../../src/assessment/scheme-types';
import { TEMPLATE_CODES, templateOf, templates } from '../../src/assessment/templates/templates';
import { convertTown } from '../../src/assessment/templates/town-converter';
import { TOWN_SCHEME } from '../../src/assessment/templates/town-scheme';

describe.each(['stated', 'tasks'] as const)('with rates %s', (facts) => {
  it.each(TEMPLATE_CODES)('the template %s stands as it is', (code) => {
    const template = templateOf(code, facts);
    expect(validateScheme(template?.definition)).toEqual([]);
  });
});

it('no two templates have one code, and what is none is none', () => {
  expect(templates().map(({ code }) => code)).toEqual([...TEMPLATE_CODES]);
  expect(templateOf('__proto__')).toBeUndefined();
});

describe('the published scheme of a town', () => {
  const { definition, warnings } = convertTown(TOWN_SCHEME);
  const item = (code: string) => criteriaOf(definition).find(({ criterion }) => criterion.code === code)?.criterion;

  it('says what is published and no more: two parts, seven items, 32 points', () => {
    expect(definition.fullMarks).toBe('32');
    expect(definition.parts.map(({ code, name, marks }) => [code, name, marks])).toEqual([
      ['A', '组织建设', '20'],
      ['B', '职工维权', '12'],
    ]);
    expect(criteriaOf(definition).map(({ criterion: { code, marks } }) => `${code} ${marks}`)).toEqual([
      'A1 10',
      'A2 3',
      'A3 2',
      'A4 2',
      'A5 3',
      'B6.1 4',
      'B6.2 4',
      'B7 4',
    ]);
  });

  it('a ground counts once, unless it says for each', () => {
    expect(item('A1')?.rule).toEqual({
      kind: 'deduction',
      grounds: [
        { code: 'A1-1', name: '未完成年度组建任务', points: '5', most: '5' },
        { code: 'A1-2', name: '基层组织及会员底数不清', points: '2', most: '2' },
        { code: 'A1-3', name: '未登记建档', points: '2', most: '2' },
      ],
    });
    expect(item('B6.2')?.rule).toEqual({
      kind: 'deduction',
      grounds: [{ code: 'B6.2-1', name: '未同步签订，每缺一项', points: '2' }],
    });
  });

  it('one band that gives everything is all or nothing, several stay bands', () => {
    expect(item('A3')).toMatchObject({ rule: { kind: 'threshold', over: 'stated', atLeast: '98' }, scorer: 'office' });
    expect(item('A5')?.rule).toMatchObject({
      kind: 'bands',
      over: 'stated',
      bands: [{ atLeast: '70', points: '3' }, {}, {}],
    });
  });

  it('its rates may come from tasks that carry the criterion’s code', () => {
    const fed = criteriaOf(convertTown(TOWN_SCHEME, 'tasks').definition).map(({ criterion }) => criterion);
    expect(fed.find(({ code }) => code === 'A3')).toMatchObject({
      rule: { kind: 'threshold', atLeast: '98' },
      scorer: 'computed',
      tasks: { codes: ['A3'] },
    });
    expect(fed.find(({ code }) => code === 'A1')).toMatchObject({ scorer: 'office' });
  });

  it('says in words where it differs from what was published', () => {
    expect(warnings.map(({ zh }) => zh)).toEqual([
      'A2“工会法人资格登记率”：公开的表格此处残缺，最高一档按得满分理解。',
      '“组织建设”标明 30 分，公开的各项合计 20 分；分值按公开的各项计。',
      '“职工维权”标明 30 分，公开的各项合计 12 分；分值按公开的各项计。',
      '全部标明 100 分，公开的各项合计 32 分；分值按公开的各项计。',
    ]);
  });

  it('is kept as it was noted, to the byte', () => {
    const file = join(__dirname, '../../src/assessment/templates/town-union.json');
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(
      '1b6f6fdf731d9b7930d1ae302bd6b4a680a29a357cda22c32b7aa057dda241dc',
    );
  });

  it('a rule nobody knows is not guessed at', () => {
    const [part] = TOWN_SCHEME.parts;
    const odd = {
      ...TOWN_SCHEME,
      parts: [{ name: '其他', marks: 1, criteria: [{ no: 1, name: '抽签', marks: 1, rule: 'lot' }] }],
    };
    expect(part).toBeDefined();
    expect(() => convertTown(odd)).toThrow(RangeError);
  });
});
