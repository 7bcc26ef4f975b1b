/** The bars of a chart (条形图): one small picture a row; all words and figures stand beside it as text. */
import { Decimal } from 'decimal.js';
import sharp from 'sharp';

export interface Bar {
  /** What is meant. */
  readonly value: string;
  /** What it is measured against: a line across the bar, or the bar of last year. */
  readonly against: string | null;
  readonly as: 'line' | 'bar';
}

export const BAR = { width: 200, height: 18 };
/** Pixels for one of the page. */
const SHARP = 3;

/** PNG pictures in the order of the bars. Each is as long as its own scale allows: rows of a chart have units of their own. */
export const picturesOf = (bars: readonly Bar[]): Promise<Buffer[]> =>
  Promise.all(
    bars.map((bar) =>
      sharp(Buffer.from(svgOf(bar)))
        .png({ palette: true })
        .toBuffer(),
    ),
  );

function svgOf({ value, against, as }: Bar): string {
  const most = Decimal.max(value, against ?? 0, 0);
  const { width, height } = { width: BAR.width * SHARP, height: BAR.height * SHARP };
  const long = (of: string): number =>
    most.isZero() ? 0 : Decimal.max(of, 0).div(most).times(width).round().toNumber();
  const rect = (x: number, y: number, w: number, h: number, fill: string): string =>
    w <= 0 ? '' : `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`;
  const third = Math.round(height / 3);
  const own =
    as === 'line'
      ? rect(0, third / 2, long(value), height - third, '#c00000')
      : rect(0, 4, long(value), height / 2 - 4, '#c00000');
  const other =
    against === null
      ? ''
      : as === 'line'
        ? rect(Math.min(long(against), width - 6), 0, 6, height, '#000000')
        : rect(0, height / 2 + 2, long(against), height / 2 - 6, '#a6a6a6');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#ffffff"/>${rect(0, height - 1, width, 1, '#d9d9d9')}${own}${other}</svg>`;
}
