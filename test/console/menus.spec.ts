/**
 * Every menu, opened by those who are shown most and by those who may least, on a computer whose browser knows nothing
 * learnt after 2020: nothing serious for axe, no error on the console, nothing wider than a phone.
 */
import type { Page } from 'playwright-core';
import { browserStories } from '../support/browser';
import { signIn } from '../support/browser-steps';
import { PASSWORD } from '../support/district';
import { barriers, overflow } from '../support/axe';
import { picture } from '../support/picture';
import { assigned, cascaded } from '../support/task';
import type { House } from '../support/house';

// of the officers of a tier who is shown most, who may least, and who does its work
const accounts = [
  ...['d.administrator', 'd.viewer'],
  ...['a.administrator', 'a.reviewer', 'a.viewer'],
  ...['a1.administrator', 'a1.reporter', 'a1.viewer'],
  'd.system_administrator',
  'd.security_administrator',
  'd.audit_administrator',
];

/** Work in every state, so that no page is looked at empty. */
async function furnish(house: House): Promise<void> {
  const { shareA } = await assigned(house, { title: '发展会员', dueOn: '2030-12-31' });
  const { a1, a2 } = await cascaded(house, shareA);
  const photo = await picture();
  for (const [task, account, done] of [
    [a1, 'a1.reporter', '10'],
    [a2, 'a2.reporter', '5'],
  ] as const) {
    const reporter = await house.as(account);
    const { body } = await reporter.post(`/community/tasks/${task}/reports`, { done }).expect(201);
    await reporter.post(`/community/reports/${body.id}/evidence`).attach('file', photo, '现场.jpg').expect(201);
    await reporter.post(`/community/reports/${body.id}/submission`).expect(201);
    if (account === 'a1.reporter')
      await (await house.as('a.administrator')).post(`/subdistrict/reports/${body.id}/acceptance`).expect(201);
  }
  await house.settled();
}

/** Of Array, String and Object since Chrome 87. */
const young = `
  for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'group'])
    delete Array.prototype[name];
  for (const name of ['at', 'isWellFormed', 'toWellFormed']) delete String.prototype[name];
  for (const name of ['hasOwn', 'groupBy']) delete Object[name];
  for (const name of ['structuredClone']) delete window[name];
`;

/** Pixels by which the page is wider than a phone. */
async function widthOnPhone(page: Page): Promise<number> {
  await page.setViewportSize({ width: 360, height: 740 });
  const over = await overflow(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  return over;
}

describe('every menu', () => {
  const story = browserStories();
  let furnished: Promise<void> | undefined;
  // an administrator sees all that the other roles of a tier see: what axe has looked at once it need not look at again
  const looked = new Set<string>();
  // words are the same on every tier
  const spoken = new Set<string>();

  for (const account of accounts)
    story(`of ${account}, on a desk and on a phone, in both languages and on a computer of 2020`, async (browsers) => {
      const { house } = browsers;
      furnished ??= furnish(house);
      await furnished;
      const page = await browsers.stranger(account);
      await page.addInitScript(young);
      await page.goto(house.url);
      await signIn(page, account, PASSWORD);
      await page.getByRole('heading', { name: '我的工作台' }).waitFor();
      const links = page.getByRole('navigation').getByRole('link');
      const count = await links.count();
      expect(count).toBeGreaterThan(1);
      const fresh: number[] = [];
      const wide: Record<string, number> = {};
      const look = async (no: number): Promise<string> => {
        await links.nth(no).click();
        const path = (await links.nth(no).getAttribute('href')) ?? '';
        await page.waitForURL((url) => url.pathname === path);
        await page.locator('h1').waitFor();
        await page.locator('.ant-spin').first().waitFor({ state: 'detached' });
        return path;
      };
      const measure = async (what: string): Promise<void> => {
        const over = await widthOnPhone(page);
        if (over > 0) wide[what] = over;
      };
      for (let no = 0; no < count; no++) {
        const path = await look(no);
        const place = `${account.split('.')[0]} ${path}`;
        if (!looked.has(place)) expect({ path, found: await barriers(page) }).toEqual({ path, found: [] });
        looked.add(place);
        if (!spoken.has(path)) fresh.push(no);
        spoken.add(path);
        await measure(path);
      }
      if (fresh.length > 0) {
        await page.getByRole('button', { name: 'English' }).click();
        await page.locator('html[lang=en]').waitFor();
        for (const no of fresh) await measure(`${await look(no)} in English`);
      }
      expect(wide).toEqual({});
    });
});
