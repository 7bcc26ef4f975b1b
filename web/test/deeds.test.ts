/** Whatever the audit trail tells of has words in the console, in both languages, and can be chosen there. */
import { expect, it } from 'vitest';
import { eventNames } from '../../src/events/event-names';
import { auditedDeeds } from '../../src/outbox/audited-deed';
import { deeds } from '../src/administration/deeds';
import { deed as en } from '../src/i18n/en-deeds';
import { deed as zh } from '../src/i18n/zh-deeds';

// the compiler lets the server write no other deed
const written = [...new Set([...auditedDeeds, ...eventNames.filter((name) => name !== 'system.canary')])].toSorted();

const namesIn = (words: Record<string, Record<string, string>>): string[] =>
  Object.entries(words)
    .flatMap(([noun, each]) => Object.keys(each).map((verb) => `${noun}.${verb}`))
    .toSorted();

it('the filter of the trail offers every deed once', () => {
  expect([...deeds].toSorted()).toEqual(written);
});

it.each([
  ['zh', zh, /[\u4e00-\u9fff]/],
  ['en', en, /^[\x20-\x7e’“”]+$/],
])('in %s each has words of its own, and none lies unused', (_, words, script) => {
  expect(namesIn(words)).toEqual(written);
  for (const each of Object.values(words)) for (const said of Object.values(each)) expect(said).toMatch(script);
});
