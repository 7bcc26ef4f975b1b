/** The rows of the scoreboard: rank, points, and what the year before was. */
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import { amount } from '../parts/amount';
import { Wide } from '../parts/wide';
import { Moved } from './moved';
import type { ScoresView } from './scoreboard-data';

export function ScoreTable({ scores }: { scores: ScoresView }) {
  const { t } = useTranslation();
  const me = useMe();
  const { kind, criterion, items, classes } = scores;
  const compared = scores.lastAssessmentId !== null;
  const names = new Map(classes.map(({ code, name }) => [code, name]));
  const [graded, opens] = [kind === 'final' && criterion === null, kind === 'provisional' && criterion === null];
  const right = ['rank', 'points', 'open', 'last', 'pointsChange', 'lastRank'];
  const heads = [
    'rank',
    'union',
    ...(classes.length > 0 ? ['class'] : []),
    'points',
    ...(graded ? ['grade'] : []),
    ...(opens ? ['open'] : []),
    ...(compared ? ['last', 'pointsChange', 'lastRank', 'rankChange'] : []),
  ] as const;
  return (
    <Wide>
      <table className="grid standings">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={right.includes(head) ? 'right' : undefined}>
                {t(
                  head === 'rank' || head === 'union' ? `board.${head}` : (`scoreboard.${head}` as 'scoreboard.points'),
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.unionId} className={row.unionId === me.union.id ? 'own' : undefined}>
              <td className="right">
                <Moved value={String(row.rank)}>{row.rank ?? '—'}</Moved>
              </td>
              <th scope="row">{row.unionName}</th>
              {classes.length > 0 && <td>{names.get(row.classCode ?? '') ?? row.classCode ?? '—'}</td>}
              <td className="right">
                <Moved value={row.points ?? ''}>{row.points ?? '—'}</Moved>
              </td>
              {graded && <td>{row.grade ?? '—'}</td>}
              {opens && <td className="right">{amount(row.openCriteria)}</td>}
              {compared && (
                <>
                  <td className="right">{row.lastPoints ?? '—'}</td>
                  <td className="right">{signed(row.pointsChange)}</td>
                  <td className="right">{row.lastRank ?? '—'}</td>
                  <td>
                    <RankChange by={row.rankChange} />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

const signed = (points: string | null): string =>
  points === null ? '—' : points.startsWith('-') ? points.replace('-', '−') : `+${points}`;

/** With the words beside the arrow, so that it is understood in black and white. */
function RankChange({ by }: { by: number | null }) {
  const { t } = useTranslation();
  if (by === null) return '—';
  if (by === 0) return <span className="hint">{t('scoreboard.same')}</span>;
  const up = by > 0;
  return (
    <span className={up ? 'rank-up' : 'rank-down'}>
      {up ? '↑' : '↓'} {t(up ? 'scoreboard.up' : 'scoreboard.down', { count: Math.abs(by) })}
    </span>
  );
}
