/** The words of the annual report (报告模板) with places that data fill: read by mustache, without its logic. Pure. */
import Mustache, { type TemplateSpans } from 'mustache';
import type { FieldError, Place, Words } from '../../kernel/errors';
import type { Template } from './template';

/** Which words of a figure a place asks for; the first is meant where none is named. */
export const forms = ['text', 'name', 'number', 'lastYear', 'change', 'outcome', 'target', 'nextTarget'] as const;
export type Form = (typeof forms)[number];

/** What is no figure of an indicator. */
export const surroundings = ['district', 'year', 'lastYear', 'nextYear'] as const;
export type Surrounding = (typeof surroundings)[number];

export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'surrounding'; readonly name: Surrounding }
  | { readonly kind: 'figure'; readonly code: string; readonly form: Form };

export interface Fault {
  readonly code: string;
  readonly words: Words;
  readonly place: Place;
}

interface Read {
  readonly pieces: readonly Piece[];
  readonly faults: readonly Fault[];
}

const DIGIT = /[0-9０-９]/u;

/** Whatever it is that a place names; whether there is such an indicator is asked by `unknownFigures`. */
export function readTemplate(text: string): Read {
  let spans: TemplateSpans;
  try {
    spans = Mustache.parse(text, ['{{', '}}']);
  } catch (error) {
    const at = Number(/ at (\d+)$/.exec(error instanceof Error ? error.message : '')?.[1] ?? 0);
    return { pieces: [], faults: [{ ...UNCLOSED, place: placeOf(text, at) }] };
  }
  const pieces: Piece[] = [];
  const faults: Fault[] = [];
  for (const [type, value, at] of spans) {
    if (type === '!') continue;
    if (type === 'text') {
      const typed = DIGIT.exec(value);
      if (typed !== null) faults.push({ ...TYPED, place: placeOf(text, at + typed.index) });
      pieces.push({ kind: 'words', text: value });
    } else if (type === 'name' || type === '&') {
      const piece = pieceOf(value);
      if (piece === null) faults.push({ ...NO_FORM, place: placeOf(text, at) });
      else pieces.push(piece);
    } else faults.push({ ...NO_LOGIC, place: placeOf(text, at) });
  }
  return { pieces, faults };
}

function pieceOf(name: string): Piece | null {
  const surrounding = surroundings.find((each) => each === name);
  if (surrounding !== undefined) return { kind: 'surrounding', name: surrounding };
  const [code = '', asked = 'text', ...rest] = name.split(':');
  const form = forms.find((each) => each === asked);
  return form === undefined || rest.length > 0 ? null : { kind: 'figure', code, form };
}

/** Places that name an indicator which is not there. */
export function unknownFigures(text: string, known: ReadonlySet<string>): Fault[] {
  const found = Mustache.parse(text, ['{{', '}}']).flatMap(([type, name, at]): Fault[] => {
    const piece = type === 'name' || type === '&' ? pieceOf(name) : null;
    if (piece?.kind !== 'figure' || known.has(piece.code)) return [];
    const words = {
      zh: `没有代码为“${piece.code}”的年度指标。`,
      en: `There is no indicator “${piece.code}” with values for years.`,
    };
    return [{ code: 'annualReport.unknownFigure', words, place: placeOf(text, at) }];
  });
  return found;
}

/** Everything that is wrong in one text. */
export function faultsOf(field: string, text: string, known: ReadonlySet<string>): FieldError[] {
  const { faults } = readTemplate(text);
  const all = faults.some(({ code }) => code === UNCLOSED.code) ? faults : [...faults, ...unknownFigures(text, known)];
  return all.map((fault) => ({ field, ...fault }));
}

/** Everything that is wrong in a template, by field. */
export const faultsIn = ({ title, sections }: Template, known: ReadonlySet<string>): FieldError[] => [
  ...faultsOf('title', title, known),
  ...sections.flatMap(({ heading, text }, no) => [
    ...faultsOf(`sections[${no}].heading`, heading, known),
    ...faultsOf(`sections[${no}].text`, text, known),
  ]),
];

function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: Array.from(before.at(-1) ?? '').length + 1 };
}

type Said = Pick<Fault, 'code' | 'words'>;
const UNCLOSED: Said = {
  code: 'annualReport.unclosed',
  words: { zh: '“{{”没有对应的“}}”。', en: 'A “{{” is not closed by “}}”.' },
};
const NO_LOGIC: Said = {
  code: 'annualReport.noLogic',
  words: {
    zh: '只能写“{{指标代码}}”，不支持条件、循环与引用。',
    en: 'Only “{{code}}”: no conditions, loops or includes.',
  },
};
const NO_FORM: Said = {
  code: 'annualReport.noForm',
  words: { zh: `冒号后应为以下之一：${forms.join('、')}。`, en: `After the colon comes one of: ${forms.join(', ')}.` },
};
const TYPED: Said = {
  code: 'annualReport.typedFigure',
  words: {
    zh: '数字须由数据填写，请改用“{{指标代码}}”或汉字。',
    en: 'Figures are filled from data: write “{{code}}” instead, or a Chinese numeral.',
  },
};
