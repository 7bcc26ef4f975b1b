import { DomainError } from '../../src/kernel/errors';
import { etagOf, readEtagOf, requireVersion } from '../../src/http/etag';
import { requestIdOf } from '../../src/http/request-id';

const kindOf = (deed: () => unknown): string | undefined => {
  try {
    deed();
    return undefined;
  } catch (error) {
    return error instanceof DomainError ? error.kind : String(error);
  }
};

it.each([0, 1, 3, 999_999])('version %i comes back', (version) =>
  expect(requireVersion(etagOf(version))).toBe(version),
);

it.each([0, 3, 999_999])('version %i comes back from what was read', (version) => {
  const tag = readEtagOf(etagOf(version), () => 'x_-4567890123456789012');
  expect(tag).toBe(`"${version}-x_-4567890123456789012"`);
  expect(requireVersion(tag)).toBe(version);
});

it('what has no version names none', () => {
  const tag = readEtagOf(undefined, () => '1234567890123456789012');
  expect(kindOf(() => requireVersion(tag))).toBe('precondition-failed');
});

it.each([undefined, '', '  '])('without a version, %j, it is asked for', (header) => {
  expect(kindOf(() => requireVersion(header))).toBe('precondition-required');
});

it.each(['*', '3', 'W/"3"', '"x"', '"-1"', '"3", "4"', '""', '"3.0"', '"3-"', '"3-x"', '"9999999999999999"'])(
  '%s names no version',
  (header) => {
    expect(kindOf(() => requireVersion(header))).toBe('precondition-failed');
  },
);

it.each(['a', 'A-1._', 'x'.repeat(64)])('the request id %s is kept', (id) => expect(requestIdOf(id)).toBe(id));
it.each([undefined, '', 'x'.repeat(65), 'a b', 'a\n', '工', '<script>', ['a', 'b']])(
  'instead of %j a new one is made',
  (id) => {
    expect(requestIdOf(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
  },
);
