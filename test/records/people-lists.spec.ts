/** Every list of the house says as which records a program reads it (列表与数据类别), or why it does not. */
import { routeOf } from '../../src/access/key/scope';
import { kindOfList, whyWithout } from '../../src/records/people-lists';
import { recordKinds } from '../../src/records/kinds/kinds';
import { compiledDocument } from '../support/compiled-document';
import { operationsIn } from '../answers/operations';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
}
interface Listing {
  readonly 'x-scope'?: string;
  readonly 'x-records'?: string;
  readonly 'x-records-none'?: string;
  readonly parameters?: readonly { readonly name: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema?: Schema }>> }>>;
}

let lists: { path: string; route: string; said: Listing; who: string[] }[];
let records: Map<string, { scope: string | undefined; who: string[] }>;

beforeAll(() => {
  const document = compiledDocument();
  const schemas = document.components?.schemas as Record<string, Schema>;
  const open = (schema?: Schema): Schema | undefined =>
    schema?.$ref === undefined ? schema : open(schemas[schema.$ref.split('/').at(-1) ?? '']);
  const isList = (schema?: Schema): boolean => {
    const { type, properties, allOf } = open(schema) ?? {};
    return (
      type === 'array' ||
      ['items', 'rows'].some((name) => open(properties?.[name])?.type === 'array') ||
      allOf?.some(isList) === true
    );
  };
  const operations = operationsIn(document).filter(({ method }) => method === 'get');
  lists = operations.flatMap(({ path, who }) => {
    const said = document.paths[path]?.get as unknown as Listing;
    const schema = said.responses['200']?.content?.['application/json']?.schema;
    const route = routeOf(path);
    return isList(schema) && !path.startsWith('/api/v1/records/') ? [{ path, route, said, who: [...who] }] : [];
  });
  records = new Map(
    operations.flatMap(({ path, scope, who }) => {
      const [, kind] = /^\/api\/v1\/records\/([\w-]+)$/.exec(path) ?? [];
      return kind === undefined ? [] : [[kind, { scope, who: [...who] }]];
    }),
  );
});

it('every list names its kind of record or why there is none, and never both', () => {
  expect(lists.length).toBeGreaterThan(130);
  for (const { path, said } of lists)
    expect([path, [said['x-records'], said['x-records-none']].filter((each) => each !== undefined)]).toEqual([
      path,
      [expect.any(String)],
    ]);
});

it('what is named is a kind, opened by the scope of the list to all who have the list', () => {
  expect([...records.keys()].toSorted()).toEqual(recordKinds.map(({ name }) => name).toSorted());
  for (const { path, said, who } of lists) {
    const kind = said['x-records'];
    if (kind === undefined) continue;
    const { scope, who: readers = [] } = records.get(kind) ?? {};
    expect([path, who.length > 0]).toEqual([path, true]);
    expect([path, kind, said['x-scope'], who.filter((role) => !readers.includes(role))]).toEqual([
      path,
      kind,
      scope,
      [],
    ]);
  }
});

it('no entry is left of a list that is no more', () => {
  const routes = new Set(lists.map(({ route }) => route));
  expect([...Object.keys(kindOfList), ...whyWithout.keys()].filter((route) => !routes.has(route))).toEqual([]);
});

it('a reason is true where that can be seen: nobody has a key to it, it goes on behind a cursor, it belongs to one thing', () => {
  for (const { path, route, said } of lists) {
    const why = said['x-records-none'];
    expect([path, said['x-scope'] === undefined]).toEqual([path, why === 'people']);
    if (why === 'cursor') expect(said.parameters?.map(({ name }) => name)).toContain('after');
    if (why === 'part') expect([path, route.includes('/')]).toEqual([path, true]);
  }
});
