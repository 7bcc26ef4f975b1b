/** Officers at their browsers: one Chromium, a context each; what goes wrong in a page is kept as a fault. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { PASSWORD } from './district';
import { House } from './house';

const CHROMIUM = process.env.TEST_BROWSER ?? '/usr/bin/chromium';
const PICTURES = join(__dirname, '../../test-results');

export const hasBrowser = existsSync(CHROMIUM) || process.env.CI !== undefined;

// of the browser the story runs in
declare const DataTransfer: new () => { setData(kind: string, text: string): void };
declare const ClipboardEvent: new (name: string, init: object) => Event;

interface Screen {
  width: number;
  height: number;
}

export const DESK: Screen = { width: 1280, height: 900 };
export const PHONE: Screen = { width: 360, height: 740 };

/** What the console keeps of a sign-in, once a tab. */
const SIGNED_IN = `if (sessionStorage.getItem('told') === null) {
  sessionStorage.setItem('told', 'yes');
  localStorage.setItem('sanji.signedIn', 'yes');
}`;

interface Told {
  /** A line that went down, or a conflict one asked for, is told on the console too: then faults are not counted. */
  faultsExpected?: boolean;
}

/**
 * Stories told in browsers over one house. A story fails when a page throws, writes an error to its console or asks
 * another host. Skipped where the machine has no Chromium, and never in CI. `around`: what the house finds in its
 * environment, opened before it.
 */
export function browserStories(
  around: () => Promise<Record<string, string>> = async () => ({}),
): (name: string, tell: (browsers: Browsers) => Promise<void>, told?: Told) => void {
  let browsers: Browsers;
  beforeAll(async () => void (browsers = await Browsers.open(await around())), 400_000);
  afterAll(() => browsers.close(), 400_000);
  return (name, tell, { faultsExpected = false } = {}) =>
    (hasBrowser ? it : it.skip)(
      name,
      async () => {
        try {
          await tell(browsers);
          if (!faultsExpected) expect(browsers.faults).toEqual([]);
        } catch (error) {
          await browsers.picture(name);
          throw error;
        } finally {
          await browsers.leave();
        }
      },
      400_000,
    );
}

/** Debian's wrapper asks for a graphics card, and without one everything is drawn by a slow imitation of it. */
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-gpu-rasterization'];

export const launched = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: ARGS });

export class Browsers {
  /** Errors on a console, exceptions of a page, questions to another host. */
  readonly faults: string[] = [];
  private readonly contexts: BrowserContext[] = [];
  private readonly rested: BrowserContext[] = [];

  private constructor(
    readonly house: House,
    private readonly browser: Browser | undefined,
  ) {}

  static async open(env: Record<string, string> = {}): Promise<Browsers> {
    const house = await House.open(env);
    const browser = hasBrowser ? await launched() : undefined;
    return new Browsers(house, browser);
  }

  /** A browser of his own for an officer, signed in, on his desk or on the page `path`. */
  readonly officer = async (account: string, viewport: Screen = DESK, path = ''): Promise<Page> => {
    const { url } = this.house;
    const page = await this.stranger(account, viewport);
    await page.addInitScript(SIGNED_IN);
    const answer = await page.request.post(`${url}/api/v1/session`, { data: { account, password: PASSWORD } });
    if (!answer.ok()) throw new Error(`${account}: ${await answer.text()}`);
    await page.goto(`${url}${path}`);
    if (path === '') await page.getByRole('heading', { name: '我的工作台' }).waitFor();
    return page;
  };

  /** A browser nobody has signed in with. It may have loaded the console before: its files lie in the cache, nothing else. */
  async stranger(name: string, viewport: Screen = DESK): Promise<Page> {
    const context = this.rested.pop() ?? (await this.context());
    this.contexts.push(context);
    const page = await context.newPage();
    if (viewport !== DESK) await page.setViewportSize(viewport);
    page.on('pageerror', (error) => void this.faults.push(`${name}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(`${name}: ${message.text()}`);
    });
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== new URL(this.house.url).origin && !['data:', 'blob:'].includes(protocol))
        this.faults.push(`${name} asks ${request.url()}`);
    });
    return page;
  }

  /** Of every page as it stands, into `test-results/`. */
  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    const file = name.replaceAll(/[^\w\u4e00-\u9fff]+/g, '-');
    const pages = this.contexts.flatMap((context) => context.pages());
    for (const [no, page] of pages.entries())
      await page.screenshot({ path: join(PICTURES, `${file}-${no + 1}.png`), fullPage: true });
  }

  async leave(): Promise<void> {
    await Promise.all(this.contexts.splice(0).map((context) => this.rest(context)));
    this.faults.length = 0;
  }

  async close(): Promise<void> {
    await this.browser?.close();
    await this.house.close();
  }

  private async context(): Promise<BrowserContext> {
    if (this.browser === undefined) throw new Error('No browser on this machine.');
    const context = await this.browser.newContext({
      viewport: DESK,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(60_000);
    return context;
  }

  /** Forgets all but the cache: a browser costs more to begin than to empty. */
  private async rest(context: BrowserContext): Promise<void> {
    const [page = await context.newPage()] = context.pages();
    const devtools = await context.newCDPSession(page);
    await Promise.all(context.pages().map((each) => (each === page ? each.goto('about:blank') : each.close())));
    await devtools.send('Storage.clearDataForOrigin', { origin: this.house.url, storageTypes: 'all' });
    await page.close();
    await context.setOffline(false);
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await context.clearPermissions();
    await context.clearCookies();
    this.rested.push(context);
  }
}

/** Pastes as from a spreadsheet. */
export async function paste(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).evaluate((field: EventTarget, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', copied);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
