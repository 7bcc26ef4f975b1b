/** 趋势: period by period beside the year before and the target, as a picture and, said the same, as a table. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Loading, Wrong } from '../parts/states';
import { Wide } from '../parts/wide';
import { Chart } from './chart';
import { seriesQuery } from './indicator-data';
import { kinds } from './period';
import type { PageSearch } from './routes';
import { Lines, Value } from './value';

interface Props {
  readonly id: string;
  readonly definition: Schemas['IndicatorDefinitionDto'];
  readonly search: PageSearch;
  readonly go: (part: PageSearch) => void;
}

export function Course({ id, definition: { periodKind, overTime }, search, go }: Props) {
  const { t } = useTranslation();
  const told = overTime === 'none' ? [periodKind] : kinds.slice(kinds.indexOf(periodKind));
  const by = told.find((kind) => kind === search.by) ?? periodKind;
  const series = useQuery({ ...seriesQuery(id, by, search), placeholderData: keepPreviousData });
  if (series.isPending) return <Loading />;
  if (series.data === undefined) return <Wrong error={series.error} />;
  const { points, unit } = series.data;
  return (
    <section aria-label={t('indicator.course')}>
      <h2>
        {t('indicator.course')} <small>{unit}</small>
      </h2>
      {told.length > 1 && (
        <div className="filters no-print">
          <Radio.Group
            aria-label={t('indicator.by')}
            optionType="button"
            value={by}
            options={told.map((value) => ({ value, label: t(`indicator.kinds.${value}`) }))}
            onChange={({ target }) => go({ by: kinds.find((kind) => kind === target.value) })}
          />
        </div>
      )}
      <div className="course">
        <Wide>
          <Chart points={points} />
        </Wide>
        <Wide>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('indicator.period')}</th>
                <th scope="col" className="right">
                  {t('indicator.value')}
                </th>
                <th scope="col" className="right">
                  {t('indicator.lastYear')}
                </th>
                <th scope="col">{t('target.one')}</th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ period, value, lastYear, targets }) => (
                <tr key={period}>
                  <td>{period}</td>
                  <td className="right">
                    <Value value={value} />
                  </td>
                  <td className="right">
                    <Value value={lastYear} />
                  </td>
                  <td>
                    <Lines lines={targets} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      </div>
    </section>
  );
}
