/** Chinese first, English by a switch; the other language is loaded when it is asked for. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { zh } from './zh';

export type Language = 'zh' | 'en';
const KEY = 'sanji.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zh };
  }
}

export const chosen = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh');

export async function startI18n(): Promise<void> {
  const language = chosen();
  const resources: Record<string, { translation: object }> = { zh: { translation: zh } };
  if (language === 'en') resources.en = { translation: (await import('./en')).en };
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Everything on the page, answers of the API too, is read anew in the other language. */
export function switchLanguage(): void {
  localStorage.setItem(KEY, chosen() === 'zh' ? 'en' : 'zh');
  location.reload();
}
