/** The blank of an intake (空白表): headings with stars, lists to choose from, a sample row and a page of instructions. */
import { writeXlsx } from 'hucre/xlsx';
import type { IntakeColumn } from './taker';

const HEADING = { font: { bold: true }, alignment: { wrapText: true } } as const;
const TEXT = { numFmt: '@' } as const;

export function blankSheet(name: string, columns: readonly IntakeColumn[]): Promise<Uint8Array> {
  const titles = columns.map(({ title, must }) => (must === true ? `${title}*` : title));
  return writeXlsx({
    sheets: [
      {
        name,
        rows: [titles, columns.map(({ example }) => example)],
        cells: new Map(titles.map((value, no) => [`0,${no}`, { value, style: HEADING }])),
        columns: columns.map(({ title }) => ({ width: Math.max(14, title.length * 2 + 4), style: TEXT })),
        freezePane: { rows: 1 },
        dataValidations: columns.flatMap(({ choices }, no) => {
          const letter = String.fromCodePoint(65 + no);
          return choices === undefined
            ? []
            : [
                {
                  type: 'list' as const,
                  values: [...choices],
                  range: `${letter}2:${letter}200001`,
                  allowBlank: true,
                  showErrorMessage: false,
                },
              ];
        }),
      },
      {
        name: '填写说明',
        rows: [
          ['栏目', '说明'],
          ...columns.map(({ title, must, hint, choices }) => [
            title,
            [
              must === true ? '必填。' : '可不填；留空不改变已有内容。',
              hint,
              choices && `可填：${choices.join('、')}。`,
            ]
              .filter((each) => each !== undefined)
              .join(''),
          ]),
          ['示例', '第 2 行为示例，填写前请删除。'],
        ],
        columns: [{ width: 24 }, { width: 80 }],
      },
    ],
  });
}
