/** What an annual report says (年度报告内容): its figures, its targets, and its words with the figures in them. Pure. */
import { createHash } from 'node:crypto';
import type { Qualifier } from '../indicator/definition/definition';
import type { Strength, Way } from '../target/target-definition';
import type { TargetState } from '../target/target-rules';

export interface ContentFigure {
  readonly code: string;
  readonly indicatorId: string;
  /** Of the definition it was worked out by. */
  readonly version: number;
  readonly name: string;
  readonly programme: string;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** As officials write it. */
  readonly text: string;
  readonly lastYear: string | null;
  readonly lastYearText: string;
}

export interface ContentTarget {
  readonly targetId: string;
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly strength: Strength;
  readonly direction: Way;
  readonly value: string;
  /** 不低于96%, 力争100%. */
  readonly text: string;
  readonly easierThanBaseline: boolean;
  readonly baseline: string | null;
  readonly now: string | null;
  readonly state: TargetState;
  readonly distance: string | null;
}

/** Words, or a figure where `code` is given. */
export interface ContentPart {
  readonly text: string;
  readonly code: string | null;
}

export interface ContentSection {
  readonly level: number;
  readonly heading: string;
  readonly paragraphs: readonly { readonly parts: readonly ContentPart[] }[];
}

export interface Content {
  readonly year: number;
  readonly district: string;
  /** 0: the standard words. */
  readonly templateVersion: number;
  readonly title: string;
  readonly figures: readonly ContentFigure[];
  readonly targets: readonly ContentTarget[];
  readonly nextTargets: readonly ContentTarget[];
  readonly sections: readonly ContentSection[];
}

/** Of everything it says, whatever the order in which a database keeps the names. */
export function digestOf({
  year,
  district,
  templateVersion,
  title,
  figures,
  targets,
  nextTargets,
  sections,
}: Content): string {
  const target = (each: ContentTarget): unknown[] => [
    ...[
      each.targetId,
      each.version,
      each.code,
      each.name,
      each.unit,
      each.strength,
      each.direction,
      each.value,
      each.text,
    ],
    ...[each.easierThanBaseline, each.baseline, each.now, each.state, each.distance],
  ];
  const said = [
    ...[year, district, templateVersion, title],
    figures.map((each) => [
      ...[each.code, each.indicatorId, each.version, each.name, each.programme, each.unit, each.qualifier, each.value],
      ...[each.numerator, each.denominator, each.text, each.lastYear, each.lastYearText],
    ]),
    ...[targets.map(target), nextTargets.map(target)],
    sections.map(({ level, heading, paragraphs }) => [
      ...[level, heading],
      paragraphs.map(({ parts }) => parts.map(({ text, code }) => [text, code])),
    ]),
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** What a figure says that another report of it might not. */
export const sameFigure = (a: ContentFigure, b: ContentFigure): boolean =>
  a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator;
