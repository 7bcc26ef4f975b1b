import { LIMITS, wellFormed, wellFormedText } from '../../src/http/well-formed';

const twenty = Array.from({ length: 20 }, (_, no) => [`k${no}`, no]);
const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
const refused = (value: unknown) => {
  const result = wellFormed(value);
  return 'errors' in result ? result.errors.map(({ field, code }) => [field, code]) : [];
};

describe('text', () => {
  it.each([
    ['工会', '工会'],
    ['e\u0301', 'é'],
    ['a\r\nb\n\tc', 'a\nb\n\tc'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['𠮷野家', '𠮷野家'],
    ['', ''],
  ])('%j is read as %j', (given, read) => {
    expect(wellFormedText(given)).toBe(read);
  });

  it.each(['\0', '\b', '\r', '\u001b[0m', '\u007f', '\u0085', '\ud800', 'a\udc00', '\u202e', '\u2066', '\u2069'])(
    '%j is refused',
    (given) => {
      expect(wellFormedText(`a${given}b`)).toBeUndefined();
    },
  );
});

describe('a value', () => {
  it('keeps its shape and its other types', () => {
    const value = { a: [1, 'e\u0301', null, true, { b: 1.5 }] };
    expect(wellFormed(value)).toEqual({ value: { a: [1, 'é', null, true, { b: 1.5 }] } });
  });

  it.each<[string, unknown, [string, string][]]>([
    ['a control in a field', { a: { b: ['x', '\0'] } }, [['a.b[1]', 'characters']]],
    ['a bare text', '\0', [['', 'characters']]],
    ['a control in a key', { '\0': 1 }, [['', 'key']]],
    ['an empty key', { a: { '': 1 } }, [['a', 'key']]],
    ['an endless key', { ['x'.repeat(201)]: 1 }, [['', 'key']]],
    ['__proto__', JSON.parse('{"__proto__":{"admin":true}}'), [['', 'key']]],
    ['constructor', { a: JSON.parse('{"constructor":1}') }, [['a', 'key']]],
    ['toString', JSON.parse('{"toString":1}'), [['', 'key']]],
    ['two keys that are one', { 'e\u0301': 1, é: 2 }, [['', 'key']]],
    ['a deep list', nested(LIMITS.depth + 1), [['[0]'.repeat(LIMITS.depth), 'depth']]],
    ['a long list', { a: Array.from({ length: LIMITS.items + 1 }, () => 1) }, [['a', 'items']]],
    [
      'too many keys',
      Object.fromEntries(Array.from({ length: LIMITS.keys + 1 }, (_, index) => [`k${index}`, 1])),
      [['', 'keys']],
    ],
    ['too many keys in all', Array.from({ length: 1001 }, () => Object.fromEntries(twenty)), [['[1000]', 'keys']]],
  ])('%s is refused', (_, value, errors) => {
    expect(refused(value)).toEqual(errors);
  });

  it('may be as large as the limits say', () => {
    expect(refused(nested(LIMITS.depth))).toEqual([]);
    expect(refused(Array.from({ length: LIMITS.items }, () => 1))).toEqual([]);
  });
});
