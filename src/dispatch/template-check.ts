/** Whether a template (消息模板) can be filled: known variables only, sections closed, nothing that would be included. Pure. */
import Mustache, { type TemplateSpans } from 'mustache';
import { DomainError, type FieldError, type Words } from '../kernel/errors';
import { type BothWords, type TemplateKey, type Variable, templateKinds } from './template-keys';

const languages = ['zh', 'en'] as const;
const parts = ['subject', 'text'] as const;

/** Errors: messageTemplate.wrong (422) with the field, the place and what would be right. */
export function checkTemplate(key: TemplateKey, words: BothWords): void {
  const { variables } = templateKinds[key];
  const errors = languages.flatMap((language) =>
    parts.flatMap((part) => {
      const text = words[language][part];
      return faultsOf(text, variables).map(({ at, code, words: said }): FieldError => {
        const { zh, en } = placeOf(text, at);
        return { field: `${language}.${part}`, code, words: { zh: `${zh}：${said.zh}`, en: `${en}: ${said.en}` } };
      });
    }),
  );
  if (errors.length === 0) return;
  throw new DomainError(
    'refused',
    'messageTemplate.wrong',
    { zh: '模板不能使用，请按提示修改。', en: 'The template cannot be used yet: correct the places named.' },
    errors.slice(0, 20),
  );
}

interface Fault {
  readonly at: number;
  readonly code: string;
  readonly words: Words;
}

function faultsOf(text: string, variables: readonly Variable[]): Fault[] {
  try {
    return walk(Mustache.parse(text), variables);
  } catch (error) {
    return [unreadable(error instanceof Error ? error.message : '')];
  }
}

function walk(spans: TemplateSpans, known: readonly Variable[]): Fault[] {
  return spans.flatMap((span): Fault[] => {
    const [type, name, at] = span;
    if (type === 'text' || type === '!') return [];
    if (type === '>' || type === '=') return [{ at, ...notAllowed }];
    const variable = known.find((each) => each.name === name);
    if (variable === undefined) return [{ at, ...unknown(name, known) }];
    const inside = span[4];
    if ((type === '#' || type === '^') && Array.isArray(inside))
      return walk(inside, type === '#' ? [...(variable.items ?? []), ...known] : known);
    return variable.items === undefined ? [] : [{ at, ...onlyAsSection(name) }];
  });
}

/** mustache says in English what it cannot read, and where. */
function unreadable(message: string): Fault {
  const at = Number(/ at (\d+)$/.exec(message)?.[1] ?? 0);
  const name = /"(.*)"/.exec(message)?.[1];
  if (name === undefined)
    return {
      at,
      code: 'unclosedTag',
      words: { zh: '“{{”没有对应的“}}”。', en: 'A “{{” is not closed by “}}”.' },
    };
  return {
    at,
    code: 'unclosedSection',
    words: {
      zh: `“{{#${name}}}”与“{{/${name}}}”没有成对。`,
      en: `“{{#${name}}}” and “{{/${name}}}” do not pair.`,
    },
  };
}

const notAllowed = {
  code: 'notAllowed',
  words: { zh: '不支持引用其他模板或更换符号。', en: 'Other templates and other signs cannot be used.' },
};

function unknown(name: string, known: readonly Variable[]): Omit<Fault, 'at'> {
  const names = known.map((each) => each.name).join('、');
  return {
    code: 'unknownVariable',
    words: {
      zh: known.length === 0 ? `没有变量“${name}”，此模板不使用变量。` : `没有变量“${name}”，可用：${names}。`,
      en:
        known.length === 0
          ? `There is no “${name}”: this template has no variables.`
          : `There is no “${name}” here, but: ${names.replaceAll('、', ', ')}.`,
    },
  };
}

const onlyAsSection = (name: string): Omit<Fault, 'at'> => ({
  code: 'notOne',
  words: {
    zh: `“${name}”有多项，请写作“{{#${name}}}…{{/${name}}}”。`,
    en: `“${name}” stands for several: write “{{#${name}}}…{{/${name}}}”.`,
  },
});

function placeOf(text: string, at: number): Words {
  const before = text.slice(0, at).split('\n');
  const [line, column] = [before.length, Array.from(before.at(-1) ?? '').length + 1];
  return { zh: `第 ${line} 行第 ${column} 字`, en: `line ${line}, character ${column}` };
}
