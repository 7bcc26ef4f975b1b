/** What a report says otherwise than the one before (报告差异): its figures, and its words. Pure. */
import type { Content } from './content';
import { type LineChange, lineChanges } from './differing';

export interface FigureChange {
  readonly code: string;
  readonly name: string;
  /** null: it was not there. */
  readonly before: string | null;
  /** null: it is not there any more. */
  readonly after: string | null;
}

/** Figures by what they come to and how they are written. */
export function figureChanges(before: Content, after: Content): FigureChange[] {
  const old = new Map(before.figures.map((figure) => [figure.code, figure]));
  const now = new Map(after.figures.map((figure) => [figure.code, figure]));
  const said = (figure: Content['figures'][number] | undefined): string | null =>
    figure === undefined ? null : figure.value === null ? figure.text : `${figure.text}（${figure.value}）`;
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((code) => {
    const [was, is] = [old.get(code), now.get(code)];
    const change = { code, name: (is ?? was)?.name ?? code, before: said(was), after: said(is) };
    return change.before === change.after ? [] : [change];
  });
}

export const wordChanges = (before: Content, after: Content): LineChange[] =>
  lineChanges(linesOf(before), linesOf(after));

/** As they are read, one after another. */
const linesOf = ({ title, sections }: Content): string[] => [
  title,
  ...sections.flatMap(({ heading, paragraphs }) => [
    heading,
    ...paragraphs.map(({ parts }) => parts.map(({ text }) => text).join('')),
  ]),
];
