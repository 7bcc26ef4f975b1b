/** Puts values into a template (消息模板): mustache, which has no logic and runs nothing. Plain text in, plain text out. Pure. */
import Mustache from 'mustache';
import type { Words } from '../kernel/errors';
import type { BothWords, TemplateWords, Variable } from './template-keys';

/** By name; a list by its items. */
export type Values = { readonly [name: string]: string | number | readonly Values[] };

// every text a district tries would stay in memory
Mustache.templateCache = undefined;

const plain = { escape: String };

function render({ subject, text }: TemplateWords, values: Values): TemplateWords {
  return {
    subject: Mustache.render(subject, values, {}, plain).replaceAll(/\s+/g, ' ').trim(),
    text: Mustache.render(text, values, {}, plain).trim(),
  };
}

/** What is handed over to go out, in both languages. */
export function messageOf(
  template: BothWords,
  values: { readonly zh: Values; readonly en: Values },
): { subject: Words; text: Words } {
  const [zh, en] = [render(template.zh, values.zh), render(template.en, values.en)];
  return { subject: { zh: zh.subject, en: en.subject }, text: { zh: zh.text, en: en.text } };
}

/** What stands for the variables in a preview. */
export function exampleValues(variables: readonly Variable[], language: keyof Words): Values {
  return Object.fromEntries(
    variables.map(({ name, example, items }) => [
      name,
      items === undefined
        ? (example?.[language] ?? '')
        : [exampleValues(items, language), exampleValues(items, language)],
    ]),
  );
}
