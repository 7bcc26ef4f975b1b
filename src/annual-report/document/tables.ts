/** Tables of the report (附表) with repeated heads; every figure in them is a field. */
import {
  AlignmentType,
  ImageRun,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { BAR } from './bars';
import { TEXT_WIDTH } from './layout';

/** What stands in a cell. */
export type Cell =
  | { readonly text: string; readonly at?: 'left' | 'center' | 'right' }
  | { readonly field: ParagraphChild; readonly at?: 'left' | 'center' | 'right' }
  | { readonly picture: Buffer; readonly said: string };

export interface Column {
  readonly head: string;
  /** Of a hundred. */
  readonly share: number;
}

const sides = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

export function tableOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
  const widths = columns.map(({ share }) => Math.round((TEXT_WIDTH * share) / 100));
  const cellOf = (children: Paragraph[], no: number): TableCell =>
    new TableCell({
      children,
      width: { size: widths[no] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ head: words }, no) =>
      cellOf([new Paragraph({ style: 'ReportCellHead', children: [new TextRun(words)] })], no),
    ),
  });
  const body = rows.map(
    (cells) => new TableRow({ cantSplit: true, children: cells.map((cell, no) => cellOf([paragraphOf(cell)], no)) }),
  );
  return new Table({
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    rows: [head, ...body],
  });
}

function paragraphOf(cell: Cell): Paragraph {
  if ('picture' in cell) {
    const image = new ImageRun({
      type: 'png',
      data: cell.picture,
      transformation: BAR,
      altText: { name: cell.said, title: cell.said, description: cell.said },
    });
    return new Paragraph({ style: 'ReportCell', children: [image] });
  }
  const children = 'field' in cell ? [cell.field] : [new TextRun(cell.text)];
  return new Paragraph({ style: 'ReportCell', alignment: sides[cell.at ?? 'left'], children });
}
