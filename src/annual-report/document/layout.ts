/** The layout of official documents (公文格式, GB/T 9704): fonts are named, not shipped. */
import { AlignmentType, convertMillimetersToTwip, type IStylesOptions, LineRuleType } from 'docx';

export const SONG = '方正小标宋简体';
export const HEI = '黑体';
export const KAI = '楷体_GB2312';
export const FANG = '仿宋_GB2312';

const font = (name: string): { ascii: string; hAnsi: string; eastAsia: string; cs: string } => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: name,
  cs: 'Times New Roman',
});

/** In half points: 二号, 三号, 小四. */
const [TWO, THREE, SMALL_FOUR] = [44, 32, 24];
/** 28 points. */
const line = { line: 560, lineRule: LineRuleType.EXACT };
/** Two characters of 三号. */
const indent = { firstLine: 640 };

export const page = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(37),
    bottom: convertMillimetersToTwip(35),
    left: convertMillimetersToTwip(28),
    right: convertMillimetersToTwip(26),
  },
};

/** Of the text, in twips. */
export const TEXT_WIDTH = convertMillimetersToTwip(210 - 28 - 26);

const style = (id: string, name: string, size: number, face: string, paragraph: object): object => ({
  id,
  name,
  basedOn: 'Normal',
  run: { size, font: font(face), color: '000000', bold: false, italics: false },
  paragraph: { spacing: line, ...paragraph },
});

export const styles: IStylesOptions = {
  default: {
    document: { run: { size: THREE, font: font(FANG), language: { eastAsia: 'zh-CN', value: 'en-US' } } },
  },
  paragraphStyles: [
    style('ReportTitle', '公文标题', TWO, SONG, {
      alignment: AlignmentType.CENTER,
      spacing: { line: 720, lineRule: LineRuleType.EXACT, after: 560 },
      outlineLevel: 0,
    }),
    style('ReportHeading1', '一级标题', THREE, HEI, { indent, keepNext: true, outlineLevel: 1 }),
    style('ReportHeading2', '二级标题', THREE, KAI, { indent, keepNext: true, outlineLevel: 2 }),
    style('ReportText', '公文正文', THREE, FANG, { indent, alignment: AlignmentType.LEFT }),
    style('ReportCaption', '附表标题', THREE, HEI, { keepNext: true, spacing: { ...line, before: 280 } }),
    style('ReportCell', '表格文字', SMALL_FOUR, FANG, { spacing: { line: 320, lineRule: LineRuleType.AT_LEAST } }),
    style('ReportCellHead', '表格标题', SMALL_FOUR, HEI, {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { line: 320, lineRule: LineRuleType.AT_LEAST },
    }),
    style('ReportSign', '落款', THREE, FANG, { alignment: AlignmentType.RIGHT }),
    style('ReportSmall', '说明', 18, FANG, { spacing: { line: 280, lineRule: LineRuleType.AT_LEAST } }),
  ] as NonNullable<IStylesOptions['paragraphStyles']>,
};
