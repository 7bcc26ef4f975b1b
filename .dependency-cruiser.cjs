// The laws of the house: no circles, no barrels, pure files stay pure, and the table of who may import whom.
const doors = ['district', 'subdistrict', 'community', 'administration'];
const ground = ['kernel', 'events'];

// Each room with the rooms it may import besides itself, src/config.ts and the ground floor.
const mayImport = {
  kernel: [],
  events: [],
  http: [],
  queue: [],
  outbox: ['queue'],
  organization: ['outbox'],
  access: ['organization', 'outbox', 'http'],
  work: ['access', 'organization', 'outbox', 'http'],
  calendar: ['access', 'organization', 'outbox', 'http'],
  assessment: ['work', 'calendar', 'access', 'organization', 'outbox', 'http'],
  light: ['calendar', 'access', 'organization', 'outbox', 'http'],
  dispatch: ['access', 'organization', 'outbox', 'http'],
  chasing: ['dispatch', 'calendar', 'access', 'organization', 'outbox', 'http'],
  webhook: ['chasing', 'dispatch', 'access', 'organization', 'outbox', 'http'],
  supervision: ['work', 'dispatch', 'calendar', 'access', 'organization', 'outbox', 'http'],
  ledger: ['intake', 'work', 'dispatch', 'access', 'organization', 'outbox', 'http'],
  form: ['intake', 'work', 'calendar', 'access', 'organization', 'outbox', 'http'],
  matter: ['calendar', 'access', 'organization', 'outbox', 'http'],
  burden: ['access', 'organization', 'outbox', 'http'],
  intake: ['work', 'access', 'organization', 'outbox', 'http'],
  enterprise: ['intake', 'work', 'access', 'organization', 'outbox', 'http'],
  indicator: ['ledger', 'form', 'enterprise', 'intake', 'work', 'access', 'organization', 'outbox', 'http'],
  target: ['indicator', 'access', 'organization', 'outbox', 'http'],
  'annual-report': ['target', 'indicator', 'access', 'organization', 'outbox', 'http'],
  ...Object.fromEntries(
    doors.map((door) => [
      door,
      [
        'assessment',
        'indicator',
        'target',
        'annual-report',
        'light',
        'ledger',
        'form',
        'chasing',
        'dispatch',
        'supervision',
        'burden',
        'enterprise',
        'intake',
        'work',
        'kept',
        'calendar',
        'access',
        'organization',
        'http',
      ],
    ]),
  ),
  desk: ['calendar', 'access', 'organization', 'http'],
  records: ['access', 'organization', 'outbox', 'http'],
  delivery: ['access', 'outbox', 'queue', 'http'],
  observability: ['queue', 'database', 'http'],
  doctor: ['observability', 'access', 'dispatch', 'outbox', 'queue', 'database', 'http'],
  kept: ['access', 'http'],
  platform: ['kept', 'access', 'http'],
};

const rooms = Object.entries(mayImport).map(([room, others]) => ({
  name: `rooms-${room}`,
  comment: `${room} may import ${[...others, ...ground].join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^(src|migrations|test)/',
    pathNot: [room, ...others, ...(ground.includes(room) ? ['kernel'] : ground)]
      .map((name) => `^src/${name}/`)
      .concat(ground.includes(room) ? [] : ['^src/config\\.ts$']),
  },
}));

const suffixed =
  '\\.(module|controller|service|processor|entity|guard|filter|interceptor|dto|view|reader|query|projection|hub|listeners|http)\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-barrels', severity: 'error', from: {}, to: { path: '^src/.*/index\\.ts$' } },
    {
      name: 'pure-files',
      comment: 'A file without a suffix in a domain room knows neither Nest nor TypeORM.',
      severity: 'error',
      from: {
        path: '^src/(kernel|events|work|calendar|assessment|organization|light|chasing|dispatch|supervision|burden|intake|enterprise|ledger|indicator|form|target|annual-report|webhook|records|matter)/',
        pathNot: suffixed,
      },
      to: { path: '^(@nestjs/|typeorm$)|node_modules/(@nestjs/|typeorm/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'doors-apart',
      comment: 'Doors import neither each other nor outbox, queue, platform or database.',
      severity: 'error',
      from: { path: `^src/(${doors.join('|')})/` },
      to: { path: '^src/(outbox|queue|platform|database)/' },
    },
    ...rooms,
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
