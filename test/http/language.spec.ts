import { languageOf } from '../../src/http/language';

describe('an answer is Chinese unless English is preferred', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.8,zh;q=0.9', 'zh'],
    ['zh;q=0.2, en;q=0.7', 'en'],
    ['EN-us', 'en'],
    ['fr,de;q=0.5', 'zh'],
    ['fr,en;q=0.5', 'en'],
    ['*', 'zh'],
    ['*;q=0.1,en;q=0.5', 'en'],
    ['en;q=0', 'zh'],
    ['en;q=nonsense', 'zh'],
    ['en;q=7', 'zh'],
    ['zh,en', 'zh'],
    [',,;;=', 'zh'],
    ['x'.repeat(100_000), 'zh'],
  ])('%s → %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
