/** Every menu of every role, opened: nothing serious for axe, no error on the console, nothing wider than a phone. */
import { browserStories } from '../support/browser';
import { barriers, overflow } from '../support/axe';
import { picture } from '../support/picture';
import { assigned, cascaded } from '../support/task';
import type { House } from '../support/house';

const roles = ['administrator', 'reporter', 'reviewer', 'viewer'];
const accounts = [
  ...['d', 'a', 'a1'].flatMap((code) => roles.map((role) => `${code}.${role}`)),
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

describe('every menu', () => {
  const story = browserStories();
  let furnished: Promise<void> | undefined;

  for (const [language, each] of [
    ['zh', accounts],
    ['en', ['d.administrator', 'a.administrator', 'a1.reporter', 'd.audit_administrator']],
  ] as const)
    for (const account of each)
      story(`of ${account} in ${language}, on a desk and on a phone`, async ({ house, officer }) => {
        furnished ??= furnish(house);
        await furnished;
        const page = await officer(account);
        if (language === 'en') {
          await page.getByRole('button', { name: 'English' }).click();
          await page.getByRole('heading', { name: 'My desk' }).waitFor();
        }
        const links = page.getByRole('navigation').getByRole('link');
        const count = await links.count();
        expect(count).toBeGreaterThan(1);
        for (let no = 0; no < count; no++) {
          await page.setViewportSize({ width: 1280, height: 900 });
          await links.nth(no).click();
          const path = (await links.nth(no).getAttribute('href')) ?? '';
          await page.waitForURL((url) => url.pathname === path);
          await page.locator('h1').waitFor();
          await page.locator('.ant-spin').first().waitFor({ state: 'detached' });
          expect({ path, found: await barriers(page) }).toEqual({ path, found: [] });
          await page.setViewportSize({ width: 360, height: 740 });
          const over = await overflow(page);
          expect({ path, over }).toEqual({ path, over: 0 });
        }
      });
});
