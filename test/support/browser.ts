/** Officers at their browsers: one Chromium, a context each; what goes wrong in a page is kept as a fault. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { signIn } from './browser-steps';
import { PASSWORD } from './district';
import { House } from './house';

const CHROMIUM = '/usr/bin/chromium';
const PICTURES = join(__dirname, '../../test-results');

const hasBrowser = existsSync(CHROMIUM) || process.env.CI !== undefined;

// of the browser the story runs in
declare const DataTransfer: new () => { setData(kind: string, text: string): void };
declare const ClipboardEvent: new (name: string, init: object) => Event;

interface Screen {
  width: number;
  height: number;
}

interface Told {
  /** A line that went down, or a conflict one asked for, is told on the console too: then faults are not counted. */
  faultsExpected?: boolean;
}

/**
 * Stories told in browsers over one house. A story fails when a page throws, writes an error to its console or asks
 * another host. Skipped where the machine has no Chromium, and never in CI.
 */
export function browserStories(): (name: string, tell: (browsers: Browsers) => Promise<void>, told?: Told) => void {
  let browsers: Browsers;
  beforeAll(async () => void (browsers = await Browsers.open()), 120_000);
  afterAll(() => browsers.close(), 60_000);
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
      180_000,
    );
}

export class Browsers {
  /** Errors on a console, exceptions of a page, questions to another host. */
  readonly faults: string[] = [];
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    readonly house: House,
    private readonly browser: Browser | undefined,
  ) {}

  static async open(): Promise<Browsers> {
    const house = await House.open();
    const args = ['--no-sandbox', '--disable-dev-shm-usage'];
    const browser = hasBrowser ? await chromium.launch({ executablePath: CHROMIUM, args }) : undefined;
    return new Browsers(house, browser);
  }

  /** A browser of his own for an officer, signed in and on his desk. */
  readonly officer = async (account: string, viewport: Screen = { width: 1280, height: 900 }): Promise<Page> => {
    const page = await this.stranger(account, viewport);
    await page.goto(this.house.url);
    await signIn(page, account, PASSWORD);
    await page.getByRole('heading', { name: '我的工作台' }).waitFor();
    return page;
  };

  /** A browser nobody has signed in with. */
  async stranger(name: string, viewport: Screen = { width: 1280, height: 900 }): Promise<Page> {
    if (this.browser === undefined) throw new Error('No browser on this machine.');
    const context = await this.browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    this.contexts.push(context);
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
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
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
    this.faults.length = 0;
  }

  async close(): Promise<void> {
    await this.browser?.close();
    await this.house.close();
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
