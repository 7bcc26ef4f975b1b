/** Numbers as officials write them (公文数字): 2190家, 99.3%, 近30万元. Pure. */
import { Decimal } from 'decimal.js';
import type { Qualifier } from '../../indicator/definition/definition';
import { plain } from '../../kernel/decimal';

export interface Measured {
  readonly value: string | null;
  readonly unit: string;
  readonly qualifier: Qualifier;
}

export interface Written {
  /** 约, 近, 超过, or nothing. */
  readonly qualifier: string;
  /** With 万 or 亿 where it is said roughly; null: nothing says it. */
  readonly number: string | null;
  readonly unit: string;
  /** All of it. */
  readonly text: string;
  /** It is said to be over or nearly a number that it is exactly: as it was reported, or the words say too much. */
  readonly exactly: boolean;
}

export const MISSING = '暂无数据';

const words: Record<Qualifier, string> = { exact: '', about: '约', nearly: '近', over: '超过' };
/** What is "over" a number is not below it, what is "nearly" one not above it. */
const rounding: Record<Exclude<Qualifier, 'exact'>, Decimal.Rounding> = {
  about: Decimal.ROUND_HALF_UP,
  nearly: Decimal.ROUND_UP,
  over: Decimal.ROUND_DOWN,
};
/** What is said roughly has two figures. */
const FIGURES = 2;

export function officially({ value, unit, qualifier }: Measured): Written {
  if (value === null) return { qualifier: '', number: null, unit, text: MISSING, exactly: false };
  const number = numberOf(value, qualifier);
  const word = new Decimal(value).isZero() ? '' : words[qualifier];
  const exactly =
    qualifier !== 'exact' && qualifier !== 'about' && word !== '' && roughlyOf(value, qualifier).eq(value);
  return { qualifier: word, number, unit, text: `${word}${number}${unit}`, exactly };
}

const roughlyOf = (value: string, qualifier: Exclude<Qualifier, 'exact'>): Decimal =>
  new Decimal(value).toSignificantDigits(FIGURES, rounding[qualifier]);

function numberOf(value: string, qualifier: Qualifier): string {
  if (qualifier === 'exact') return plain(value);
  const roughly = roughlyOf(value, qualifier);
  if (roughly.abs().gte(100_000_000)) return `${plain(roughly.div(100_000_000))}亿`;
  return roughly.abs().gte(10_000) ? `${plain(roughly.div(10_000))}万` : plain(roughly);
}

/** Against the year before: 增加12家, 提高1.5个百分点, 与上年持平. */
export function changeOf({ value, unit }: Pick<Measured, 'value' | 'unit'>, before: string | null): string {
  if (value === null || before === null) return `上年${MISSING}`;
  const moved = new Decimal(value).minus(before);
  if (moved.isZero()) return '与上年持平';
  const rate = unit === '%';
  const way = moved.gt(0) ? (rate ? '提高' : '增加') : rate ? '下降' : '减少';
  return `${way}${plain(moved.abs())}${rate ? '个百分点' : unit}`;
}
