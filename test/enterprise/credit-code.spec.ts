/** 统一社会信用代码 (GB 32100-2015): known codes pass, and one wrong character never does. */
import { checkCharacterOf, faultOfCode } from '../../src/enterprise/credit-code';

it.each(['91440300708461136T', '9144030071526726XG', '91330100716105852F', '91440300192189783K', '91310000132200821H'])(
  '%s is a code',
  (code) => expect(faultOfCode(code)).toBeNull(),
);

it.each([
  ['91440300708461136U', 'check'],
  ['91440300708461163T', 'check'],
  ['9144030070846113T', 'form'],
  ['91440300708461136T0', 'form'],
  ['91440300O08461136T', 'form'],
  ['9144030070846113it', 'form'],
  ['', 'form'],
])('%s is none: its %s is wrong', (code, fault) => expect(faultOfCode(code)).toBe(fault));

it('a single wrong character is always found', () => {
  const [code, alphabet] = ['91440300708461136T', '0123456789ABCDEFGHJKLMNPQRTUWXY'];
  const wrong = [...code].flatMap((right, place) =>
    [...alphabet].filter((each) => each !== right).map((each) => code.slice(0, place) + each + code.slice(place + 1)),
  );
  expect(wrong.filter((each) => faultOfCode(each) === null)).toEqual([]);
  expect(checkCharacterOf('91440300708461136')).toBe('T');
});
