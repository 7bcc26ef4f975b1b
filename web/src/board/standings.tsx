/** 排名: within one class, ties share a rank; how it moved in a week; what is provisional and what is final. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import { percent } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { AGO_DAYS, type Measure, type Rows, measures, standingsQuery } from './board-data';
import { Moved } from './moved';
import { Wide } from '../parts/wide';

interface Props {
  tier: Rows;
  parentId: string | undefined;
  year: number;
  /** Whether their boards may be opened: those below, not those beside. */
  below: boolean;
}

export function Standings({ tier, parentId, year, below }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const [by, setBy] = useState<Measure>('completion');
  const standings = useQuery({ ...standingsQuery({ tier, parentId, year, by }), placeholderData: keepPreviousData });
  if (standings.isPending) return <Loading />;
  if (standings.data === undefined) return <Wrong error={standings.error} />;
  return (
    <>
      <Radio.Group
        className="no-print"
        aria-label={t('board.by')}
        value={by}
        optionType="button"
        options={measures.map((value) => ({ value, label: t(`board.${value}`) }))}
        onChange={({ target }) => setBy(target.value as Measure)}
      />
      <Wide>
        <table className="grid standings">
          <thead>
            <tr>
              <th scope="col" className="right">
                {t('board.rank')}
              </th>
              {by === 'completion' && <th scope="col">{t('board.rankMoved', { days: AGO_DAYS })}</th>}
              <th scope="col">{t('board.union')}</th>
              <th scope="col" className="right">
                {t('board.completion')}
              </th>
              <th scope="col" className="right">
                {t('board.provisional')}
              </th>
              <th scope="col" className="right">
                {t('board.punctuality')}
              </th>
              <th scope="col" className="right">
                {t('board.onTime')} / {t('board.late')} / {t('board.missing')}
              </th>
              <th scope="col" className="right">
                {t('board.finalScore')}
              </th>
            </tr>
          </thead>
          <tbody>
            {standings.data.items.map((row) => (
              <tr key={row.unionId} className={row.unionId === me.union.id ? 'own' : undefined}>
                <td className="right">
                  <Moved value={String(row.rank)}>{row.rank ?? '—'}</Moved>
                </td>
                {by === 'completion' && (
                  <td>
                    <RankMoved now={row.rank} before={row.rankBefore} />
                  </td>
                )}
                <th scope="row">
                  {below ? (
                    <Link to="/board" search={{ unionId: row.unionId, year }}>
                      {row.unionName}
                    </Link>
                  ) : (
                    row.unionName
                  )}
                </th>
                <td className="right">
                  <Moved value={row.completion ?? ''}>{percent(row.completion)}</Moved>
                </td>
                <td className="right">{percent(row.provisional)}</td>
                <td className="right">{percent(row.punctuality)}</td>
                <td className="right">
                  {row.onTime} / {row.late} / {row.missing}
                </td>
                <td className="right">{row.score ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <p className="hint">{t('board.provisionalHelp')}</p>
    </>
  );
}

/** ↑ 2 / ↓ 1 / unchanged, with the words beside the arrow. */
function RankMoved({ now, before }: { now: number | null; before: number | null }) {
  const { t } = useTranslation();
  if (now === null || before === null) return '—';
  if (now === before) return <span className="hint">{t('board.rankSame')}</span>;
  const up = now < before;
  const count = Math.abs(before - now);
  return <span className={up ? 'rank-up' : 'rank-down'}>{t(up ? 'board.rankUp' : 'board.rankDown', { count })}</span>;
}
