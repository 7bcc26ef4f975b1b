/** The API's reference, from the compiled program: complete, valid, and readable in a real browser without any other host. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasBrowser, launched } from '../support/browser';
import { freshDatabase } from '../support/database';
import { Process } from '../support/process';

let house: Process;
let url: string;
let folder: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanji-reference-'));
  const database = await freshDatabase();
  drop = database.drop;
  house = Process.spawn({ ROLE: 'api', DATA_DIR: folder, DATABASE_URL: database.url, DEMO: 'off' });
  url = await house.ready();
}, 400_000);

afterAll(async () => {
  await house.end();
  await drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Media {
  example?: unknown;
  schema?: object;
}

interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  'x-who'?: string[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { $ref?: string; content?: Record<string, Media> }>;
}

async function operations(): Promise<[string, Operation][]> {
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
  };
  expect(document.openapi).toBe('3.1.0');
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): [string, Operation] => [`${method} ${path}`, operation]),
  );
}

it('every operation says what it does, who may use it, shows a request and an answer, and how it refuses', async () => {
  const incomplete = (await operations()).flatMap(([name, operation]) => {
    const faults: string[] = [];
    if (!operation.summary) faults.push('summary');
    if (!operation['x-who'] && !name.endsWith('/session')) faults.push('who');
    if (!operation.description) faults.push('description');
    const json = operation.requestBody?.content['application/json'];
    if (json !== undefined && json.example === undefined) faults.push('request example');
    const answer = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
    if (answer === undefined) faults.push('answer');
    const shown = answer?.[1].content?.['application/json'];
    if (shown !== undefined && shown.example === undefined) faults.push('answer example');
    if (answer?.[0] !== '204' && answer?.[1].content === undefined && !/live|evidenceId/.test(name))
      faults.push('answer content');
    if (!Object.keys(operation.responses).some((status) => status.startsWith('4'))) faults.push('problems');
    return faults.map((fault) => `${name}: ${fault}`);
  });
  expect(incomplete).toEqual([]);
});

it('the settled nouns are there', async () => {
  const paths = new Set((await operations()).map(([name]) => name));
  for (const name of [
    'post /api/v1/session',
    'get /api/v1/me',
    'get /api/v1/unions',
    'get /api/v1/officers',
    'post /api/v1/district/tasks',
    'post /api/v1/district/tasks/{id}/shares',
    'post /api/v1/district/reports/{id}/acceptance',
    'post /api/v1/district/reports/{id}/return',
    'post /api/v1/district/schemes',
    'post /api/v1/district/assessments',
    'get /api/v1/district/assessments/{id}/score-sheets',
    'post /api/v1/district/assessments/{id}/publication',
    'get /api/v1/subdistrict/tasks',
    'post /api/v1/subdistrict/tasks/{id}/signature',
    'post /api/v1/subdistrict/tasks/{id}/shares',
    'post /api/v1/subdistrict/tasks/{id}/reports',
    'post /api/v1/subdistrict/reports/{id}/submission',
    'post /api/v1/subdistrict/reports/{id}/acceptance',
    'post /api/v1/subdistrict/reports/{id}/return',
    'post /api/v1/subdistrict/assessments',
    'get /api/v1/community/tasks',
    'post /api/v1/community/tasks/{id}/signature',
    'post /api/v1/community/tasks/{id}/reports',
    'get /api/v1/community/reports/{id}',
    'post /api/v1/community/reports/{id}/evidence',
    'post /api/v1/community/reports/{id}/submission',
    'get /api/v1/platform/boards/tasks',
    'get /api/v1/platform/standings',
    'get /api/v1/platform/feed',
    'get /api/v1/platform/live',
  ])
    expect(paths).toContain(name);
});

const inBrowser = hasBrowser ? it : it.skip;

inBrowser('a browser shows the reference page with all its operations and asks no other host', async () => {
  const browser = await launched();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 6_000 } });
    page.setDefaultTimeout(120_000);
    const [elsewhere, errors]: [string[], string[]] = [[], []];
    page.on(
      'request',
      (request) =>
        void (
          new URL(request.url()).origin !== url &&
          !request.url().startsWith('data:') &&
          elsewhere.push(request.url())
        ),
    );
    page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
    page.on('pageerror', (error) => void errors.push(error.message));
    await page.goto(`${url}/api/reference`);
    await page.waitForSelector('.opblock');
    // a page of some hundred operations draws only those in sight
    const listed = (await operations()).map(([name]) => name);
    const seen = new Set<string>();
    for (let step = 0; step < 2_000 && seen.size < listed.length; step++) {
      for (const text of await page.locator('.opblock-summary').allInnerTexts()) {
        const [method = '', path = ''] = text.split('\n').map((line) => line.replaceAll('\u200b', '').trim());
        // the events of webhooks are listed among them, by their names
        if (path.startsWith('/')) seen.add(`${method.toLowerCase()} ${path}`);
      }
      await page.mouse.wheel(0, 4_000);
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    }
    expect([...seen].toSorted()).toEqual(listed.toSorted());
    expect(await page.locator('h2.title, .info .title').first().innerText()).toContain('三级工会工作动态平台');
    expect(elsewhere).toEqual([]);
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});
