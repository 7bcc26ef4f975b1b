/** 排名: within one tier, ties share a rank. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { percent } from '../parts/amount';
import { Loading } from '../parts/states';
import { Moved } from './moved';

const measures = ['completion', 'punctuality', 'score'] as const;

interface Props {
  tier: 'subdistrict' | 'community';
  parentId: string;
  year: number;
}

export function Standings({ tier, parentId, year }: Props) {
  const { t } = useTranslation();
  const [by, setBy] = useState<(typeof measures)[number]>('completion');
  const query = { tier, parentId, year, by, page: 1, pageSize: 200 };
  const standings = useQuery({
    queryKey: ['standings', query],
    queryFn: () => got(api.GET('/api/v1/platform/standings', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  if (standings.data === undefined) return <Loading />;
  return (
    <>
      <Radio.Group
        className="no-print"
        aria-label={t('board.by')}
        value={by}
        optionType="button"
        options={measures.map((value) => ({ value, label: t(`board.${value}`) }))}
        onChange={({ target }) => setBy(target.value as typeof by)}
      />
      <div className="wide">
        <table className="grid standings">
          <thead>
            <tr>
              <th className="right">{t('board.rank')}</th>
              <th>{t('board.union')}</th>
              <th className="right">{t('board.completion')}</th>
              <th className="right">{t('board.punctuality')}</th>
              <th className="right">
                {t('board.onTime')} / {t('board.late')} / {t('board.missing')}
              </th>
              <th className="right">{t('board.score')}</th>
            </tr>
          </thead>
          <tbody>
            {standings.data.items.map((row) => (
              <tr key={row.unionId}>
                <td className="right">
                  <Moved value={String(row.rank)}>{row.rank ?? '—'}</Moved>
                </td>
                <th scope="row">
                  <Link to="/board" search={{ unionId: row.unionId, year }}>
                    {row.unionName}
                  </Link>
                </th>
                <td className="right">
                  <Moved value={row.completion ?? ''}>{percent(row.completion)}</Moved>
                </td>
                <td className="right">{percent(row.punctuality)}</td>
                <td className="right">
                  {row.onTime} / {row.late} / {row.missing}
                </td>
                <td className="right">{row.score ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
