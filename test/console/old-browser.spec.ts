/** An old office computer: what browsers learnt after 2020 is taken away, and the console works all the same. */
import { browserStories } from '../support/browser';
import { signIn } from '../support/browser-steps';
import { PASSWORD } from '../support/district';
import { assigned, cascaded } from '../support/task';

/** Of Array, String and Object since Chrome 87. */
const young = `
  for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'group'])
    delete Array.prototype[name];
  for (const name of ['at', 'isWellFormed', 'toWellFormed']) delete String.prototype[name];
  for (const name of ['hasOwn', 'groupBy']) delete Object[name];
  for (const name of ['structuredClone']) delete window[name];
`;

describe('a browser of 2020', () => {
  const story = browserStories();

  for (const account of ['d.administrator', 'a1.reporter', 'd.system_administrator'])
    story(`opens every menu of ${account}`, async (browsers) => {
      const { house } = browsers;
      const { shareA } = await assigned(house, { title: `职工入会 ${account}` });
      await cascaded(house, shareA);
      await house.settled();
      const page = await browsers.stranger(account);
      await page.addInitScript(young);
      await page.goto(house.url);
      await signIn(page, account, PASSWORD);
      await page.getByRole('heading', { name: '我的工作台' }).waitFor();
      const links = page.getByRole('navigation').getByRole('link');
      const count = await links.count();
      for (let no = 0; no < count; no++) {
        await links.nth(no).click();
        const path = (await links.nth(no).getAttribute('href')) ?? '';
        await page.waitForURL((url) => url.pathname === path);
        await page.locator('h1').waitFor();
        await page.locator('.ant-spin').first().waitFor({ state: 'detached' });
      }
    });
});
