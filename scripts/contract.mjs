// Is the API's document right, and does it keep what was promised? Lints it without a warning left, and compares it with
// the last released one: a change that breaks a caller needs a new first number of its version.
// `node scripts/contract.mjs --release` makes today's document the released one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { apiCompare } from 'api-smart-diff';

const DOCUMENT = 'web/src/api/openapi.json';
const RELEASED = 'docs/api/released.json';
const SHOWN = 40;

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const majorOf = ({ info }) => Number(info.version.split('.')[0]);

/** Words and examples promise nothing: without them the released document is a third as long. */
function contractOf(node) {
  if (Array.isArray(node)) return node.map(contractOf);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      // a property may be called description too: then it holds a schema
      .filter(([key, value]) => !(['description', 'summary'].includes(key) && typeof value === 'string'))
      .filter(([key, value]) => !(key === 'example' && !isSchema(value)))
      .filter(([key]) => key !== 'x-who' && key !== 'tags')
      .map(([key, value]) => [key, contractOf(value)]),
  );
}

const isSchema = (value) =>
  typeof value === 'object' && value !== null && ['type', '$ref', 'anyOf', 'allOf'].some((key) => key in value);

function lint() {
  const { stdout, stderr } = spawnSync('npx', ['redocly', 'lint', DOCUMENT, '--format=json'], {
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    maxBuffer: 64 * 1024 * 1024,
  });
  const at = stdout.indexOf('{');
  if (at < 0) throw new Error(`redocly said nothing: ${stderr}`);
  const { problems } = JSON.parse(stdout.slice(at));
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer})`);
}

/** The guide tells callers to pass over values that they do not know: an answer may have more of them within a version. */
const isNewValue = ({ action, path }) => action === 'add' && path[3] === 'responses' && path.at(-2) === 'enum';

function broken(released, document) {
  const { diffs } = apiCompare(released, contractOf(document));
  const breaking = diffs.filter((each) => each.type === 'breaking' && !isNewValue(each));
  // each change of a shared schema is told where an operation uses it; told once more for the schema itself it says nothing new
  const used = breaking.filter(({ path }) => path[0] !== 'components');
  return [
    ...new Set(
      used.map(
        ({ path, description }) => `${path.slice(1, 3).reverse().join(' ')}: ${description ?? path.slice(3).join('.')}`,
      ),
    ),
  ];
}

function tell(title, found) {
  console.error(
    `${title} (${found.length}):\n${found
      .slice(0, SHOWN)
      .map((each) => `  ${each}`)
      .join('\n')}`,
  );
  process.exitCode = 1;
}

const document = read(DOCUMENT);
if (process.argv.includes('--release')) {
  mkdirSync(dirname(RELEASED), { recursive: true });
  writeFileSync(RELEASED, `${JSON.stringify(contractOf(document))}\n`);
  console.log(`${RELEASED} is now version ${document.info.version}`);
} else {
  const problems = lint();
  if (problems.length > 0) tell('The API document has problems', problems);
  const released = existsSync(RELEASED) ? read(RELEASED) : undefined;
  const kept = released === undefined || majorOf(document) > majorOf(released);
  const changes = kept ? [] : broken(released, document);
  if (changes.length > 0) tell(`The API breaks what version ${released.info.version} promised`, changes);
  if (process.exitCode === undefined) console.log(`API document ${document.info.version}: no problem, nothing broken`);
}
