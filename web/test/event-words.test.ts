/** Whatever the log of deliveries may show has words in the console, in both languages: every event, and the test of an endpoint. */
import { expect, it } from 'vitest';
import { eventNames } from '../../src/events/event-names';
import { listedEvents, testEvent } from '../../src/webhook/event-groups';
import { webhook as en } from '../src/i18n/en-webhook';
import { webhook as zh } from '../src/i18n/zh-webhook';
import { eventWords } from '../src/webhook/event-words';

// what is announced may be told, and a test is made beside it
const logged = [...eventNames.filter((name) => name !== 'system.canary'), testEvent.type].toSorted();

it.each([
  ['zh', zh, /^[\u4e00-\u9fff].* \(\w+\.\w+\)$/],
  ['en', en, /^[A-Z][\x20-\x7e’“”]* \(\w+\.\w+\)$/],
] as const)('in %s each has words of its own', (language, { test }, script) => {
  const said = logged.map((type) => eventWords(type, { listed: listedEvents, language, test }));
  expect(said.filter((each) => !script.test(each))).toEqual([]);
  expect(new Set(said.map((each) => each.replace(/ \(.*/, ''))).size).toBe(logged.length);
});

it('the test is called in the console as it is in the document of the API', () => {
  expect({ zh: zh.test, en: en.test }).toEqual(testEvent.words);
});
