/** How many unions have how many points, drawn without anything from outside; the figures stand beside the bars. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';

const [WIDTH, HEIGHT, FOOT, HEAD] = [400, 150, 22, 18];

export function Histogram({ name, bins }: { name: string; bins: readonly Schemas['BinView'][] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const wide = WIDTH / bins.length;
  const room = HEIGHT - FOOT - HEAD;
  const words = bins.map(({ from, below, count }) => t('insight.bin', { from, below, count }));
  return (
    <svg
      className="histogram"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${t('insight.bins', { name })}: ${words.join('; ')}`}
    >
      {bins.map(({ from, count }, i) => {
        const height = (count / most) * room;
        const left = i * wide;
        return (
          <g key={from}>
            <rect x={left + 2} y={HEIGHT - FOOT - height} width={wide - 4} height={height} />
            {count > 0 && (
              <text x={left + wide / 2} y={HEIGHT - FOOT - height - 4}>
                {count}
              </text>
            )}
            <text className="axis" x={left + wide / 2} y={HEIGHT - 6}>
              {Number(from)}
            </text>
          </g>
        );
      })}
      <line x1={0} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
    </svg>
  );
}
