/** The annual report as a Word document (年度报告文稿): headings, text, tables and charts, every figure a field. */
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { Decimal } from 'decimal.js';
import { plain } from '../../kernel/decimal';
import type { AnnualReportView, AnnualTargetView } from '../annual-report.view';
import { changeOf, MISSING, officially } from '../wording/official';
import { outcomeWords } from '../writing';
import { type Bar, picturesOf } from './bars';
import { FigureFields } from './figure-fields';
import { page, styles } from './layout';
import { type Cell, tableOf } from './tables';

/** Rows of a chart. */
const MOST_BARS = 12;

type Block = Paragraph | ReturnType<typeof tableOf>;

export async function reportDocument(report: AnnualReportView): Promise<Buffer> {
  const fields = new FigureFields();
  const children = [
    ...text(report, fields),
    ...sign(report),
    ...figureTable(report, fields),
    ...targetTables(report, fields),
    ...(await charts(report, fields)),
    ...changedTable(report, fields),
  ];
  const document = new Document({
    title: report.title,
    creator: report.district,
    description: `校验码 ${report.digest}`,
    styles,
    customProperties: fields.properties,
    sections: [{ properties: { page }, footers: { default: pageNumbers() }, children }],
  });
  return Packer.toBuffer(document);
}

const paragraph = (style: string, children: ParagraphChild[]): Paragraph => new Paragraph({ style, children });
const words = (style: string, said: string): Paragraph => paragraph(style, [new TextRun(said)]);

function text({ title, sections }: AnnualReportView, fields: FigureFields): Block[] {
  const body = sections.flatMap(({ level, heading, paragraphs }) => [
    words(`ReportHeading${level}`, heading),
    ...paragraphs.map(({ parts }) =>
      paragraph(
        'ReportText',
        parts.map((part) => (part.code === null ? new TextRun(part.text) : fields.field(part.code, part.text))),
      ),
    ),
  ]);
  return [words('ReportTitle', title), ...body];
}

function sign({ district, submission, status, digest }: AnnualReportView): Block[] {
  const said =
    status === 'approved' && submission !== null
      ? `${submission.submittedBy}填报，${submission.decidedBy ?? ''}于 ${(submission.decidedAt ?? '').slice(0, 10)} 审定，校验码 ${digest}`
      : `草稿，数据未经审定，校验码 ${digest}`;
  return [words('ReportSign', ''), words('ReportSign', district), words('ReportSmall', said)];
}

const number = (no: number): Cell => ({ text: String(no + 1), at: 'center' });

function figureTable({ figures, year }: AnnualReportView, fields: FigureFields): Block[] {
  const columns = [
    { head: '序号', share: 8 },
    { head: '指标', share: 38 },
    { head: `${year}年`, share: 20 },
    { head: `${year - 1}年`, share: 16 },
    { head: '比上年', share: 18 },
  ];
  const rows = figures.map(({ code, name, words: said, value, lastYear, lastYearText }, no): Cell[] => [
    number(no),
    { text: name },
    { field: fields.field(code, said.text), at: 'right' },
    { field: fields.field(code, lastYear === null ? '—' : lastYearText), at: 'right' },
    {
      field: fields.field(code, lastYear === null ? '—' : changeOf({ value, unit: said.unit }, lastYear)),
      at: 'right',
    },
  ]);
  const caption = new Paragraph({ style: 'ReportCaption', text: '附表一　主要数据', pageBreakBefore: true });
  return [caption, tableOf(columns, rows)];
}

function targetTables({ targets, nextTargets, year }: AnnualReportView, fields: FigureFields): Block[] {
  const blocks: Block[] = [words('ReportCaption', `附表二　${year}年目标完成情况`)];
  blocks.push(targets.length === 0 ? words('ReportSmall', '本年未设目标。') : reached(targets, fields));
  if (nextTargets.length === 0) return blocks;
  const rows = nextTargets.map((target, no): Cell[] => [
    number(no),
    { text: target.name },
    { field: fields.field(target.code, target.text), at: 'right' },
    {
      field: fields.field(target.code, target.baseline === null ? '—' : measured(target.baseline, target.unit)),
      at: 'right',
    },
    { text: target.easierThanBaseline ? '低于基数' : '' },
  ]);
  const columns = [
    { head: '序号', share: 8 },
    { head: '指标', share: 38 },
    { head: '目标', share: 23 },
    { head: '基数', share: 17 },
    { head: '备注', share: 14 },
  ];
  return [...blocks, words('ReportCaption', `附表三　${year + 1}年目标`), tableOf(columns, rows)];
}

function reached(targets: readonly AnnualTargetView[], fields: FigureFields): Block {
  const rows = targets.map((target, no): Cell[] => [
    number(no),
    { text: target.name },
    { field: fields.field(target.code, target.text), at: 'right' },
    { field: fields.field(target.code, measured(target.now, target.unit)), at: 'right' },
    { field: fields.field(target.code, outcomeWords(target)), at: 'center' },
    { field: fields.field(target.code, distanceOf(target)), at: 'right' },
  ]);
  const columns = [
    { head: '序号', share: 8 },
    { head: '指标', share: 26 },
    { head: '目标', share: 20 },
    { head: '完成', share: 12 },
    { head: '结果', share: 13 },
    { head: '差距', share: 21 },
  ];
  return tableOf(columns, rows);
}

const measured = (value: string | null, unit: string): string => officially({ value, unit, qualifier: 'exact' }).text;

function distanceOf({ distance, unit }: AnnualTargetView): string {
  if (distance === null) return MISSING;
  const said = `${plain(new Decimal(distance).abs())}${unit === '%' ? '个百分点' : unit}`;
  return new Decimal(distance).isNegative() ? `差${said}` : `超${said}`;
}

interface Row {
  readonly code: string;
  readonly name: string;
  readonly said: string;
  readonly bar: Bar;
}

async function charts({ targets, figures, year }: AnnualReportView, fields: FigureFields): Promise<Block[]> {
  const ofTargets = targets.flatMap(({ code, name, now, value, unit, text: aim }): Row[] =>
    now === null
      ? []
      : [{ code, name, said: `${measured(now, unit)}（${aim}）`, bar: { value: now, against: value, as: 'line' } }],
  );
  const ofYears = figures.flatMap(({ code, name, value, lastYear, words: said, lastYearText }): Row[] =>
    value === null || lastYear === null
      ? []
      : [{ code, name, said: `${said.text}（上年${lastYearText}）`, bar: { value, against: lastYear, as: 'bar' } }],
  );
  return [
    ...(await chart(`附图一　${year}年目标完成情况（竖线为目标）`, ofTargets, fields)),
    ...(await chart(`附图二　与${year - 1}年比较（灰色为上年）`, ofYears, fields)),
  ];
}

async function chart(title: string, all: readonly Row[], fields: FigureFields): Promise<Block[]> {
  const rows = all.slice(0, MOST_BARS);
  if (rows.length === 0) return [];
  const pictures = await picturesOf(rows.map(({ bar }) => bar));
  const columns = [
    { head: '指标', share: 32 },
    { head: '', share: 36 },
    { head: '数值', share: 32 },
  ];
  const cells = rows.map(({ code, name, said }, no): Cell[] => {
    const picture = pictures[no];
    if (picture === undefined) throw new Error('A bar has no picture');
    return [{ text: name }, { picture, said: `${name}：${said}` }, { field: fields.field(code, said), at: 'left' }];
  });
  return [words('ReportCaption', title), tableOf(columns, cells)];
}

/** What was approved, and what its source says now: to the last digit, which rough words might hide. */
function changedTable({ figures, changed }: AnnualReportView, fields: FigureFields): Block[] {
  if (changed === 0) return [];
  const columns = [
    { head: '指标', share: 50 },
    { head: '审定值', share: 25 },
    { head: '现值', share: 25 },
  ];
  const rows = figures
    .filter((figure) => figure.changed)
    .map(({ code, name, words: { unit }, value, now }): Cell[] => [
      { text: name },
      { field: fields.field(code, measured(value, unit)), at: 'right' },
      { field: fields.field(code, measured(now?.value ?? null, unit)), at: 'right' },
    ]);
  return [words('ReportCaption', '附：审定后来源有变化的数据'), tableOf(columns, rows)];
}

const pageNumbers = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'ReportSmall',
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 })],
      }),
    ],
  });
