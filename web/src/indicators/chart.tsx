/** The course as lines of our own: broken where a value is missing, the target as a rule across its periods. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';

type Point = Schemas['IndicatorPoint'];

const WIDTH = 560;
const HEIGHT = 220;
const LEFT = 76;
const TOP = 14;
const BOTTOM = 30;

/** Neighbours that have a value are one line, a lonely one is its dot alone. */
function runs(values: readonly (string | null)[]): { at: number; value: string }[][] {
  const found: { at: number; value: string }[][] = [[]];
  for (const [at, value] of values.entries())
    if (value === null) found.push([]);
    else found.at(-1)?.push({ at, value });
  return found.filter((run) => run.length > 0);
}

export function Chart({ points }: { readonly points: readonly Point[] }) {
  const { t } = useTranslation();
  const all = points.flatMap(({ value, lastYear, targets }) => [value, lastYear, ...targets.map((one) => one.value)]);
  const sorted = all.filter((one) => one !== null).toSorted((one, other) => Number(one) - Number(other));
  const [lowest, highest] = [sorted.at(0), sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return <p className="hint">{t('indicator.noCourse')}</p>;
  const span = Number(highest) - Number(lowest) || 1;
  const slot = (WIDTH - LEFT) / points.length;
  const x = (at: number) => LEFT + (at + 0.5) * slot;
  const y = (value: string) =>
    HEIGHT - BOTTOM - 8 - ((Number(value) - Number(lowest)) / span) * (HEIGHT - BOTTOM - TOP - 8);
  const now = points.map(({ value }) => value);
  const line = (kind: 'now' | 'before', values: readonly (string | null)[]) =>
    runs(values).map((run) => (
      <g key={`${kind} ${run[0]?.at}`} className={kind}>
        <polyline points={run.map(({ at, value }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ')} />
        {run.map(({ at, value }) => (
          <circle key={at} cx={x(at)} cy={y(value)} r={kind === 'now' ? 4 : 3} />
        ))}
      </g>
    ));
  const bounds = lowest === highest ? [lowest] : [lowest, highest];
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('indicator.picture', { count: points.length })}>
        {bounds.map((bound) => (
          <g key={bound} className="bound">
            <line x1={LEFT} x2={WIDTH} y1={y(bound)} y2={y(bound)} />
            <text x={LEFT - 6} y={y(bound) + 4} textAnchor="end">
              {amount(bound)}
            </text>
          </g>
        ))}
        {points.map(({ period, targets }, at) => (
          <g key={period}>
            {targets.map(({ targetId, value }) => (
              <line
                key={targetId}
                className="target"
                x1={LEFT + at * slot}
                x2={LEFT + (at + 1) * slot}
                y1={y(value)}
                y2={y(value)}
              />
            ))}
            <text x={x(at)} y={HEIGHT - 8} textAnchor="middle">
              {points.length > 8 ? period.slice(2) : period}
            </text>
          </g>
        ))}
        {line(
          'before',
          points.map(({ lastYear }) => lastYear),
        )}
        {line('now', now)}
      </svg>
      <figcaption>
        <span className="key-now">{t('indicator.value')}</span>{' '}
        <span className="key-before">{t('indicator.lastYear')}</span>{' '}
        {points.some(({ targets }) => targets.length > 0) && <span className="key-target">{t('target.one')}</span>}
      </figcaption>
    </figure>
  );
}
