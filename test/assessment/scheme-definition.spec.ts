import { validateScheme } from '../../src/assessment/scheme-definition';
import type { Path } from './town-scheme';
import { A1, changed, TOWN } from './town-scheme';

const found = (definition: unknown) => validateScheme(definition).map(({ field, code }) => `${field} ${code}`);

describe('a scheme', () => {
  it('that can give exactly its full marks is accepted', () => {
    expect(validateScheme(TOWN)).toEqual([]);
  });

  it.each<[string, Path, unknown, string]>([
    ['whose criteria do not add up to their part', [...A1, 'marks'], '19.99', 'parts[0].marks marksDoNotAddUp'],
    ['whose parts do not add up to the full marks', ['fullMarks'], '100', 'fullMarks marksDoNotAddUp'],
    ['with marks of zero', [...A1, 'marks'], '0', 'parts[0].criteria[0].marks outOfRange'],
    ['with negative marks', [...A1, 'marks'], '-20', 'parts[0].criteria[0].marks notADecimal'],
    ['with marks of three places', [...A1, 'marks'], '20.000', 'parts[0].criteria[0].marks notADecimal'],
    ['with marks as a number', [...A1, 'marks'], 20, 'parts[0].criteria[0].marks notADecimal'],
    ['with marks beyond reason', [...A1, 'marks'], '99999999', 'parts[0].criteria[0].marks notADecimal'],
    ['with a criterion code twice', ['parts', 1, 'criteria', 0, 'code'], 'A1', 'parts[1].criteria[0].code codeTaken'],
    ['with a part code twice', ['parts', 1, 'code'], 'A', 'parts[1].code codeTaken'],
    ['with a code of blanks', [...A1, 'code'], ' ', 'parts[0].criteria[0].code notACode'],
    ['without a name', [...A1, 'name'], undefined, 'parts[0].criteria[0].name notAText'],
    ['with a name of 201 characters', [...A1, 'name'], '名'.repeat(201), 'parts[0].criteria[0].name notAText'],
    ['with a name a database cannot hold', ['parts', 0, 'name'], 'a\u0000b', 'parts[0].name notAText'],
    ['with a name between blanks', ['parts', 0, 'name'], ' 组织建设 ', 'parts[0].name notAText'],
    ['with half a character', ['parts', 0, 'name'], '\ud800', 'parts[0].name notAText'],
    ['with a rule nobody knows', [...A1, 'rule'], { kind: 'logins' }, 'parts[0].criteria[0].rule.kind unknownKind'],
    [
      'with a rule named like a method',
      [...A1, 'rule'],
      { kind: 'constructor' },
      'parts[0].criteria[0].rule.kind unknownKind',
    ],
    ['without a rule', [...A1, 'rule'], undefined, 'parts[0].criteria[0].rule.kind unknownKind'],
    ['with a wrong parameter', [...A1, 'rule', 'fullAt'], '3', 'parts[0].criteria[0].rule.fullAt outOfRange'],
    [
      'with a wrong band',
      ['parts', 0, 'criteria', 1, 'rule', 'bands', 0, 'points'],
      '2.5',
      'parts[0].criteria[1].rule.bands[0].points notFullMarks',
    ],
    [
      'whose computed points an office would give',
      [...A1, 'scorer'],
      'office',
      'parts[0].criteria[0].scorer wrongScorer',
    ],
    [
      'whose judged points would be computed',
      ['parts', 1, 'criteria', 0, 'scorer'],
      'computed',
      'parts[1].criteria[0].scorer wrongScorer',
    ],
    [
      'with a computed criterion that looks at nothing',
      [...A1, 'tasks'],
      undefined,
      'parts[0].criteria[0].tasks notASelection',
    ],
    ['with an empty selection', [...A1, 'tasks'], { codes: [] }, 'parts[0].criteria[0].tasks.codes notAList'],
    [
      'with two selections',
      [...A1, 'tasks'],
      { codes: ['a'], programmes: ['b'] },
      'parts[0].criteria[0].tasks.programmes unknownField',
    ],
    [
      'with a selection named twice',
      [...A1, 'tasks'],
      { codes: ['a', 'a'] },
      'parts[0].criteria[0].tasks.codes[1] namedTwice',
    ],
    ['with an unknown field', ['parts', 0, 'share'], '1', 'parts[0].share unknownField'],
    ['with a field of the language', ['__proto__'], {}, '__proto__ unknownField'],
    ['without parts', ['parts'], [], 'parts notAList'],
    ['with a part that is nothing', ['parts', 0], null, 'parts[0] notAnObject'],
    ['that is a list', [], [], ' notAnObject'],
    ['that is nothing', [], null, ' notAnObject'],
  ])('%s is refused at its place', (_, path, value, error) => {
    expect(found(changed(path, value))).toEqual([error]);
  });

  it('says both what is there and what would be right, in both languages', () => {
    expect(validateScheme(changed([...A1, 'marks'], '19.99'))[0]?.words).toEqual({
      zh: '本部分各项合计 25.99 分，应与此处的 26 分相等。',
      en: 'The marks of the criteria of this part add up to 25.99 and must equal the 26 given here.',
    });
  });

  it('puts its places below the field it came in', () => {
    expect(validateScheme(null, 'definition')[0]?.field).toBe('definition');
    expect(validateScheme(changed(['fullMarks'], 1), 'definition')[0]?.field).toBe('definition.fullMarks');
  });
});
