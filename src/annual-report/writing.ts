/** Writes the annual report (撰写年度报告): puts figures into the district's words. Pure. */
import { Decimal } from 'decimal.js';
import { plain } from '../kernel/decimal';
import type { ContentFigure, ContentPart, ContentSection, ContentTarget } from './content';
import { type Form, type Piece, readTemplate, type Surrounding } from './template/placeholders';
import { paragraphsOf, type Template } from './template/template';
import { changeOf, MISSING, officially } from './wording/official';

export interface Data {
  readonly year: number;
  readonly district: string;
  readonly figures: ReadonlyMap<string, ContentFigure>;
  readonly targets: readonly ContentTarget[];
  readonly nextTargets: readonly ContentTarget[];
}

/** Codes in the order in which they are first named. */
export function codesOf({ title, sections }: Template): string[] {
  const texts = [title, ...sections.flatMap(({ heading, text }) => [heading, text])];
  const named = texts.flatMap((text) => readTemplate(text).pieces);
  return [...new Set(named.flatMap((piece) => (piece.kind === 'figure' ? [piece.code] : [])))];
}

export const writeTitle = (data: Data, { title }: Template): string => textOf(write(data, title));

export const writeSections = (data: Data, template: Template): ContentSection[] =>
  template.sections.map((section) => ({
    level: section.level,
    heading: textOf(write(data, section.heading)),
    paragraphs: paragraphsOf(section).map((paragraph) => ({ parts: write(data, paragraph) })),
  }));

/** Without the paragraphs, and the headings left bare by it, that name what the district does not have. */
export function fitted(template: Template, known: ReadonlySet<string>): Template {
  const stays = (text: string): boolean =>
    readTemplate(text).pieces.every((piece) => piece.kind !== 'figure' || known.has(piece.code));
  const sections = template.sections
    .map((section) => ({ ...section, text: paragraphsOf(section).filter(stays).join('\n') }))
    .filter(({ text }) => text !== '');
  return { ...template, sections };
}

const write = (data: Data, text: string): ContentPart[] =>
  readTemplate(text).pieces.map((piece) => partOf(data, piece));
const textOf = (parts: readonly ContentPart[]): string => parts.map(({ text }) => text).join('');

function partOf(data: Data, piece: Piece): ContentPart {
  if (piece.kind === 'words') return { text: piece.text, code: null };
  if (piece.kind === 'surrounding') return { text: surroundingOf(data, piece.name), code: null };
  const { code, form } = piece;
  const figure = data.figures.get(code);
  return { text: figure === undefined ? MISSING : formOf(data, figure, form), code };
}

function surroundingOf({ year, district }: Data, name: Surrounding): string {
  return { district, year: String(year), lastYear: String(year - 1), nextYear: String(year + 1) }[name];
}

function formOf({ targets, nextTargets }: Data, figure: ContentFigure, form: Form): string {
  const of = (all: readonly ContentTarget[]): ContentTarget | undefined => all.find(({ code }) => code === figure.code);
  const { name, text, value, unit, lastYear, lastYearText } = figure;
  if (form === 'name') return name;
  if (form === 'number') return value === null ? MISSING : `${plain(value)}${unit}`;
  if (form === 'lastYear') return lastYearText;
  if (form === 'change') return changeOf({ value, unit }, lastYear);
  if (form === 'outcome') return outcomeWords(of(targets));
  if (form === 'target') return of(targets)?.text ?? '未设目标';
  return form === 'nextTarget' ? (of(nextTargets)?.text ?? '未设目标') : text;
}

/** 超额完成, 完成, 未完成, of the target that must be kept before one that is striven for. */
export function outcomeWords(target: Pick<ContentTarget, 'state' | 'distance'> | undefined): string {
  if (target === undefined) return '未设目标';
  const { state, distance } = target;
  if (state === 'reached') return new Decimal(distance ?? 0).gt(0) ? '超额完成' : '完成';
  return { missed: '未完成', open: '正在推进', noValue: MISSING }[state];
}

/** 不低于96%, 力争100%; 不高于 where it should stay low. */
export function targetWords({
  strength,
  direction,
  value,
  unit,
}: Pick<ContentTarget, 'strength' | 'direction' | 'value' | 'unit'>): string {
  const { text } = officially({ value, unit, qualifier: 'exact' });
  if (strength === 'aim') return `力争${text}`;
  return direction === 'higher' ? `不低于${text}` : `不高于${text}`;
}
