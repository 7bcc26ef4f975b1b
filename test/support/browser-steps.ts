/** Small steps at a browser that several stories take. */
import type { Page } from 'playwright-core';

/** By the menu. */
export const room = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name }).click();

/** To another page of the console as by a link, without loading it anew; wait for what only that page says. */
export async function goOn(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
}

export async function signIn(page: Page, account: string, password: string): Promise<void> {
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Until a browser has come to the sign-in page by itself. */
export async function putOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
}

/** Chooses from a short list, in which nothing is sought. */
export async function pick(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).press('ArrowDown');
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: text }).click();
}

/** Chooses from a list that opens. */
export async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).fill(text);
  await page.locator('.ant-select-item-option', { hasText: text }).first().click();
}
