/** The words of messages: every built-in one can be filled, nothing in a value becomes a tag, and what is wrong is named with its place. */
import { DomainError } from '../../src/kernel/errors';
import { exampleValues, messageOf } from '../../src/dispatch/rendering';
import { checkTemplate } from '../../src/dispatch/template-check';
import { type TemplateKey, templateKeys, templateKinds } from '../../src/dispatch/template-keys';

const fill = (key: TemplateKey, change: object = {}) => {
  const { builtIn, variables } = templateKinds[key];
  return messageOf(builtIn, {
    zh: { ...exampleValues(variables, 'zh'), ...change },
    en: { ...exampleValues(variables, 'en'), ...change },
  });
};

it.each(templateKeys)('the built-in words of %s can be filled, and no tag is left', (key) => {
  checkTemplate(key, templateKinds[key].builtIn);
  const { subject, text } = fill(key);
  for (const said of [subject.zh, subject.en, text.zh, text.en]) expect(said).not.toMatch(/\{\{|\}\}/);
});

it('a digest lists each thing on a line of its own and tells of more only where there is more', () => {
  const items = [{ words: '“建会”今天到期' }, { words: '{{officer}} <b>&amp;</b>' }];
  const few = fill('digest', { officer: '李', headline: '您有\n2 件事', items, more: 0, address: '' });
  expect(few.subject.zh).toBe('工作提醒：您有 2 件事');
  expect(few.text.zh).toBe('李，您好：\n\n· “建会”今天到期\n· {{officer}} <b>&amp;</b>');
  expect(fill('digest', { more: 7 }).text.zh).toContain('另有 7 件');
});

const refused = (text: string): [string, string][] => {
  const good = templateKinds.digest.builtIn;
  try {
    checkTemplate('digest', { ...good, zh: { ...good.zh, text } });
    return [];
  } catch (error) {
    return error instanceof DomainError
      ? error.errors.map(({ field, code, words }) => [`${field} ${code}`, words.zh])
      : [];
  }
};

it.each<[string, string, RegExp]>([
  ['你好\n{{nobody}}', 'unknownVariable', /^第 2 行第 1 字：没有变量“nobody”，可用：officer、/],
  ['{{officer.constructor}}', 'unknownVariable', /^第 1 行第 1 字/],
  ['{{words}}', 'unknownVariable', /没有变量“words”/],
  ['{{items}}', 'notOne', /请写作“\{\{#items\}\}/],
  ['{{#items}}{{words}}', 'unclosedSection', /没有成对/],
  ['{{/items}}', 'unclosedSection', /没有成对/],
  ['你好 {{officer', 'unclosedTag', /没有对应/],
  ['{{> secret}}', 'notAllowed', /不支持/],
  ['{{=<% %>=}}<% officer %>', 'notAllowed', /不支持/],
])('%j is refused as %s, with its place', (text, code, words) => {
  const [[first, said] = ['', '']] = refused(text);
  expect(first).toBe(`zh.text ${code}`);
  expect(said).toMatch(words);
});

it('what is right is let through: conditions, comments, the reader inside the list', () => {
  expect(
    refused('{{#items}}{{words}} {{officer}}{{/items}}{{^items}}无{{/items}}{{! 备注 }}{{#more}}{{more}}{{/more}}'),
  ).toEqual([]);
});
