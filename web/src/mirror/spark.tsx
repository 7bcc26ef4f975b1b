/** Twelve months of one task as a small line, the other year's behind it, the target as a rule across. */
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';

const WIDTH = 132;
const HEIGHT = 28;

interface Props {
  months: readonly string[];
  before: readonly string[] | undefined;
  target: string;
  title: string;
}

export function Spark({ months, before = [], target, title }: Props) {
  const { t } = useTranslation();
  const top = Math.max(1, Number(target), ...months.map(Number), ...before.map(Number));
  const y = (value: string) => HEIGHT - 2 - (Number(value) / top) * (HEIGHT - 4);
  const line = (values: readonly string[]) =>
    values.map((value, month) => `${((month + 0.5) * WIDTH) / 12},${y(value).toFixed(1)}`).join(' ');
  const words = t('mirror.spark', { title, months: months.length, value: amount(months.at(-1)) });
  return (
    <svg className="spark" width={WIDTH} height={HEIGHT} role="img" aria-label={words}>
      <line className="spark-target" x1="0" x2={WIDTH} y1={y(target)} y2={y(target)} />
      {before.length > 0 && <polyline className="spark-before" points={line(before)} />}
      <polyline className="spark-now" points={line(months)} />
    </svg>
  );
}
