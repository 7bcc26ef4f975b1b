/** A scheme as the lines of its spreadsheet (方案写成表格). */
import type { CriterionNode, EntryKinds, SchemeDefinition, Scorer } from '../scheme-types';
import { isGroup } from '../scheme-types';
import type { TaskSelection } from '../facts';
import { quoted } from './clauses';
import {
  COURSE_LINES,
  EFFECT_WORDS,
  type Line,
  type Pages,
  QUOTA_TIES_WORDS,
  SCHEME_LINES,
  SCORER_WORDS,
  TIES_WORDS,
  UNION_WORDS,
  WITHOUT_FACTS_WORDS,
  wordFor,
} from './layout';
import { type Plain, ruleText } from './rule-text';
import { COUNTED_WORDS, OVER_WORDS, RULE_WORDS } from './rule-words';

export interface TitledScheme {
  readonly title: string;
  readonly year: number;
  readonly definition: SchemeDefinition;
}

export function linesOf({ title, year, definition }: TitledScheme): Pages {
  const { bonuses, penalties, vetoes = [], classes = [], grading, course = {} } = definition;
  const days = new Map(Object.entries(course));
  return {
    scheme: schemeLines(title, year, definition),
    criteria: definition.parts.flatMap((part) => [
      filled({ level: '1', code: part.code, name: part.name, marks: part.marks, weight: part.weight }),
      ...nodeLines(part.criteria, 2),
    ]),
    offices: (definition.offices ?? []).map(({ code, name }) => ({ code, name })),
    entries: [...entryLines('加分', bonuses), ...entryLines('减分', penalties)],
    vetoes: vetoes.map(({ code, name, effect, grade }) =>
      filled({ code, name, effect: wordFor(EFFECT_WORDS, effect), grade }),
    ),
    classes: classes.map(({ code, name, kinds, sizeFrom, sizeBelow }) =>
      filled({
        code,
        name,
        kinds: kinds?.map((kind) => wordFor(UNION_WORDS, kind)).join('、'),
        sizeFrom: sizeFrom?.toString(),
        sizeBelow: sizeBelow?.toString(),
      }),
    ),
    grades: (grading?.grades ?? []).map(({ code, name, atLeast, quota }) => filled({ code, name, atLeast, quota })),
    course: Object.entries(COURSE_LINES).flatMap(([word, step]) => {
      const given = days.get(step);
      return given === undefined ? [] : [{ step: word, days: String(given) }];
    }),
  };
}

function schemeLines(title: string, year: number, definition: SchemeDefinition): Line[] {
  const { fullMarks, bonuses, penalties, grading, ties } = definition;
  const values: Readonly<Record<string, string | undefined>> = {
    title,
    year: String(year),
    fullMarks,
    bonusCap: bonuses?.cap,
    penaltyCap: penalties?.cap,
    quotaTies: grading?.quotaTies && wordFor(QUOTA_TIES_WORDS, grading.quotaTies),
    ties: ties && wordFor(TIES_WORDS, ties.by),
    tieCriteria: ties?.criteria?.join('；'),
  };
  return Object.entries(SCHEME_LINES).map(([item, key]) => filled({ item, value: values[key] }));
}

function nodeLines(nodes: readonly CriterionNode[], level: number): Line[] {
  return nodes.flatMap((node) => {
    const { code, name, marks, note } = node;
    if (isGroup(node)) {
      return [filled({ level: String(level), code, name, marks, note }), ...nodeLines(node.criteria, level + 1)];
    }
    const rule: Plain = { ...node.rule };
    const { kind, over } = rule;
    return [
      filled({
        level: String(level),
        code,
        name,
        marks,
        rule: RULE_WORDS[String(kind)]?.word,
        parameters: ruleText(rule, code),
        over: over === undefined ? undefined : wordFor(OVER_WORDS, over),
        scorer: scorerText(node.scorer),
        tasks: selectionText(node.tasks),
        withoutFacts: node.withoutFacts && wordFor(WITHOUT_FACTS_WORDS, node.withoutFacts),
        note,
      }),
    ];
  });
}

const entryLines = (sign: string, kinds: EntryKinds | undefined): Line[] =>
  (kinds?.kinds ?? []).map(({ code, name, each, cap, counts, per }) =>
    filled({ sign, code, name, each, cap, counts: counts && wordFor(COUNTED_WORDS, counts), per: per?.toString() }),
  );

const scorerText = (scorer: Scorer): string =>
  typeof scorer === 'string' ? wordFor(SCORER_WORDS, scorer) : `部门：${scorer.office}`;

function selectionText(selection: TaskSelection | undefined): string | undefined {
  if (selection === undefined) return undefined;
  if (selection === 'all') return '全部任务';
  const [word, names] = 'codes' in selection ? ['编号', selection.codes] : ['项目', selection.programmes];
  return `${word}：${names.map((name) => quoted(name)).join('；')}`;
}

/** Without what is blank. */
function filled(values: Readonly<Record<string, string | undefined>>): Line {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => (entry[1] ?? '') !== ''),
  );
}
