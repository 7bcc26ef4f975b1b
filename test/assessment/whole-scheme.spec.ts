import { SCHEME_EXAMPLE } from '../../src/assessment/scheme-example';
import { validateScheme } from '../../src/assessment/scheme-definition';
import { criteriaOf } from '../../src/assessment/scheme-types';
import { changed, type Path } from './town-scheme';
import { WHOLE } from './whole-scheme';

const found = (definition: unknown) => validateScheme(definition).map(({ field, code }) => `${field} ${code}`);
const A: Path = ['parts', 0, 'criteria'];
const A1: Path = [...A, 0, 'criteria'];
const FOUND: Path = [...A1, 0, 'criteria', 0];
const at = (path: Path) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1);

describe('a scheme that says everything', () => {
  it('is accepted, like the example of the reference', () => {
    expect(validateScheme(WHOLE)).toEqual([]);
    expect(validateScheme(SCHEME_EXAMPLE)).toEqual([]);
  });

  it('lists its scored items in the order of the document, with what stands above them', () => {
    const placed = criteriaOf(WHOLE).map(({ part, groups, criterion, weight }) => [
      part.code,
      groups.map(({ code }) => code).join('/'),
      criterion.code,
      weight,
    ]);
    expect(placed).toEqual([
      ['A', 'A1/A1.0', 'A1.1', '0.7'],
      ['A', 'A1/A1.0', 'A1.2', '0.7'],
      ['A', 'A1', 'A2', '0.7'],
      ['A', '', 'A3', '0.7'],
      ['B', '', 'B1', '0.5'],
      ['B', '', 'B2', '0.5'],
    ]);
  });

  it.each<[string, Path, unknown, string | string[]]>([
    ['whose sub-items do not add up', [...FOUND, 'marks'], '9', `${at([...A1, 0])}.marks marksDoNotAddUp`],
    ['whose group has a rule', [...A1, 0, 'rule'], { kind: 'manual' }, `${at([...A1, 0])}.rule unknownField`],
    [
      'whose group is empty',
      [...A1, 0, 'criteria'],
      [],
      [`${at([...A1, 0])}.criteria notAList`, 'ties.criteria[0] unknownCriterion'],
    ],
    ['with a code of a group twice', [...A1, 0, 'code'], 'A1', `${at([...A1, 0])}.code codeTaken`],
    [
      'with a code of a group on an item',
      [...FOUND, 'code'],
      'A1.0',
      [`${at(FOUND)}.code codeTaken`, 'ties.criteria[0] unknownCriterion'],
    ],
    ['whose weight is nothing', ['parts', 0, 'weight'], '0', 'parts[0].weight outOfRange'],
    ['whose weight is more than all', ['parts', 0, 'weight'], '1.1', 'parts[0].weight outOfRange'],
    ['whose weighted parts do not add up', ['parts', 0, 'weight'], '0.6', 'fullMarks marksDoNotAddUp'],
    ['with an unknown office', [...A, 1, 'scorer'], { office: 'x' }, `${at([...A, 1])}.scorer.office unknownOffice`],
    ['without offices', ['offices'], undefined, `${at([...A, 1])}.scorer.office unknownOffice`],
    ['with an office twice', ['offices', 1, 'code'], 'org', 'offices[1].code codeTaken'],
    ['with a scorer nobody knows', [...A, 1, 'scorer'], 'peers', `${at([...A, 1])}.scorer wrongScorer`],
    [
      'with a stated rate that is computed',
      [...A1, 0, 'criteria', 1, 'scorer'],
      'computed',
      `${at([...A1, 0])}.criteria[1].scorer wrongScorer`,
    ],
    [
      'with a rate of tasks given by an office',
      [...FOUND, 'scorer'],
      { office: 'org' },
      `${at(FOUND)}.scorer wrongScorer`,
    ],
    ['without facts something else', [...FOUND, 'withoutFacts'], 'half', `${at(FOUND)}.withoutFacts unknownKind`],
    [
      'with points before anybody gave them',
      ['parts', 1, 'criteria', 1, 'withoutFacts'],
      'full',
      'parts[1].criteria[1].withoutFacts notHere',
    ],
    ['with a note of blanks', [...FOUND, 'note'], ' ', `${at(FOUND)}.note notAText`],
    ['that goes beyond without bonuses', ['bonuses'], undefined, `${at(FOUND)}.rule.beyond bonusesMissing`],
    ['with a kind capped above all', ['bonuses', 'kinds', 0, 'cap'], '5.01', 'bonuses.kinds[0].cap outOfRange'],
    ['with one entry above its cap', ['bonuses', 'kinds', 0, 'each'], '3.5', 'bonuses.kinds[0].each outOfRange'],
    ['without a cap of a kind', ['penalties', 'kinds', 0, 'cap'], undefined, 'penalties.kinds[0].cap notADecimal'],
    ['without a cap in all', ['penalties', 'cap'], undefined, 'penalties.cap notADecimal'],
    [
      'with one ground as bonus and penalty',
      ['penalties', 'kinds', 0, 'code'],
      'honour',
      'penalties.kinds[0].code codeTaken',
    ],
    ['with one ground as penalty and veto', ['vetoes', 0, 'code'], 'late', 'vetoes[0].code codeTaken'],
    ['with an effect nobody knows', ['vetoes', 0, 'effect'], 'shame', 'vetoes[0].effect unknownKind'],
    ['with a cap at no grade', ['vetoes', 1, 'grade'], undefined, 'vetoes[1].grade unknownGrade'],
    ['with a cap at a grade that is not there', ['vetoes', 1, 'grade'], 'x', 'vetoes[1].grade unknownGrade'],
    ['with a cap at the best grade', ['vetoes', 1, 'grade'], 'best', 'vetoes[1].grade unknownGrade'],
    ['with a grade where none is capped', ['vetoes', 2, 'grade'], 'good', 'vetoes[2].grade notHere'],
    ['with a cap and no grades', ['grading'], undefined, 'vetoes[1].grade unknownGrade'],
    ['with classes that overlap', ['classes', 1, 'sizeBelow'], 5001, 'classes[1] sizesOverlap'],
    ['with a class of no size', ['classes', 1, 'sizeFrom'], 5000, 'classes[1].sizeBelow outOfRange'],
    ['with half a worker', ['classes', 1, 'sizeBelow'], 0.5, 'classes[1].sizeBelow notAWholeNumber'],
    ['with a kind of union twice', ['classes', 0, 'kinds'], ['area', 'area'], 'classes[0].kinds[1] namedTwice'],
    ['with an unknown kind of union', ['classes', 0, 'kinds'], ['moon'], 'classes[0].kinds[0] unknownKind'],
    ['with a class twice', ['classes', 3, 'code'], 'big', 'classes[3].code codeTaken'],
    ['with cut-offs that rise', ['grading', 'grades', 1, 'atLeast'], '90', 'grading.grades[1].atLeast notDescending'],
    [
      'with a cut-off nobody reaches',
      ['grading', 'grades', 0, 'atLeast'],
      '105.01',
      'grading.grades[0].atLeast outOfRange',
    ],
    [
      'with a grade that takes everybody',
      ['grading', 'grades', 1, 'atLeast'],
      undefined,
      'grading.grades[1].atLeast takesEverybody',
    ],
    [
      'with a last grade that is closed',
      ['grading', 'grades', 3, 'atLeast'],
      '10',
      'grading.grades[3].atLeast lastIsOpen',
    ],
    ['with a quota of nothing', ['grading', 'grades', 0, 'quota'], '0', 'grading.grades[0].quota outOfRange'],
    ['with a quota above all', ['grading', 'grades', 0, 'quota'], '100.01', 'grading.grades[0].quota outOfRange'],
    ['with quotas that say nothing of ties', ['grading', 'quotaTies'], undefined, 'grading.quotaTies quotaTiesMissing'],
    ['with ties nobody knows', ['ties', 'by'], 'lot', 'ties.by unknownKind'],
    ['with ties by what is not there', ['ties', 'criteria'], ['A9'], 'ties.criteria[0] unknownCriterion'],
    ['with ties by a group', ['ties', 'criteria'], ['A1'], 'ties.criteria[0] unknownCriterion'],
    ['with ties by one thing twice', ['ties', 'criteria'], ['B2', 'B2'], 'ties.criteria[1] namedTwice'],
    ['with shared ranks by criteria', ['ties', 'by'], 'shared', 'ties.criteria notHere'],
    ['with a step of no days', ['course', 'final'], 0, 'course.final notAWholeNumber'],
    ['with a step of days as text', ['course', 'final'], '5', 'course.final notAWholeNumber'],
    ['with a step of 61 days', ['course', 'final'], 61, 'course.final notAWholeNumber'],
    ['without a step for who scores itself', ['course', 'selfScore'], undefined, 'course.selfScore stepMissing'],
    ['with appeals nobody decides', ['course', 'decide'], undefined, 'course.decide stepMissing'],
    ['with nothing to decide', ['course', 'appeal'], undefined, 'course.appeal stepMissing'],
    ['with a step there is not', ['course', 'lunch'], 1, 'course.lunch unknownField'],
  ])('%s is refused at its place', (_, path, value, errors) => {
    expect(found(changed(path, value, WHOLE))).toEqual([errors].flat());
  });

  it('whose offices have no step to score in is refused', () => {
    expect(found(changed(['course'], { selfScore: 5 }, WHOLE))).toEqual([
      'course.final stepMissing',
      'course.review stepMissing',
    ]);
  });

  it('whose weighted marks would have to be rounded is refused: the whole would not be what it says', () => {
    const criterion = (code: string, marks: string) => ({
      code,
      name: '项',
      marks,
      rule: { kind: 'manual' },
      scorer: 'office',
    });
    const part = (code: string, weight: string) => ({
      code,
      name: '部分',
      marks: '1',
      weight,
      criteria: [criterion(`${code}1`, '0.5'), criterion(`${code}2`, '0.5')],
    });
    const definition = { fullMarks: '1', parts: [part('A', '0.35'), part('B', '0.65')] };
    expect(new Set(validateScheme(definition).map(({ code }) => code))).toEqual(new Set(['marksRounded']));
    expect(found({ fullMarks: '1', parts: [part('A', '0.3'), part('B', '0.7')] })).toEqual([]);
  });

  it('may be eight levels deep and no deeper', () => {
    const nested = (levels: number): unknown =>
      levels === 1
        ? { code: 'leaf', name: '项', marks: '5', rule: { kind: 'manual' }, scorer: 'office' }
        : { code: `g${levels}`, name: '组', marks: '5', criteria: [nested(levels - 1)] };
    const deep = (levels: number) => ({
      fullMarks: '5',
      parts: [{ code: 'A', name: '部分', marks: '5', criteria: [nested(levels)] }],
    });
    expect(found(deep(8))).toEqual([]);
    expect(found(deep(9))).toEqual([expect.stringMatching(/criteria tooDeep$/)]);
  });
});
