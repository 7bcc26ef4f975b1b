/** The words of the scheme's check as somebody reads them who has a spreadsheet before him (表格用语). */
import type { Words } from '../../kernel/errors';
import { SCORER_WORDS } from './layout';

const OURS: readonly (readonly [RegExp, string])[] = [
  [/应为文本形式的数/gu, '应为数字'],
  [/例如 "([\d.]+)"/gu, '例如 $1'],
  [/应为 "all"，或 \{"programmes": \[…\]\}，或 \{"codes": \[…\]\}/gu, '应为“全部任务”，或“编号：A1；A2”，或“项目：…”'],
  ...Object.entries(SCORER_WORDS).map(([word, value]): [RegExp, string] => [
    new RegExp(`(?<=应为.*)\\b${value}\\b`, 'gu'),
    word,
  ]),
];

/** Cells hold numbers and Chinese words where a document holds texts and codes. */
export const forClerks = ({ zh, en }: Words): Words => ({
  zh: OURS.reduce((text, [found, word]) => text.replaceAll(found, word), zh),
  en: en.replace('a number written as text', 'a number'),
});
