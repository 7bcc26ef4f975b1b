/** 指标: what every indicator says of a union in a period, programme by programme. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Sought } from '../administration/sought';
import type { Schemas } from '../api/client';
import { useTier } from '../api/me';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { Wide } from '../parts/wide';
import { Choices } from './choices';
import { boardQuery } from './indicator-data';
import './indicators.css';
import { Lines, Value } from './value';

type Item = Schemas['IndicatorBoardItem'];

/** Every word is somewhere in it. */
const has = ({ name, code, programme }: Item, words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${name} ${code} ${programme}`.toLowerCase().includes(word));

export function IndicatorList() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/indicators' });
  const navigate = useNavigate();
  const tier = useTier();
  const board = useQuery({ ...boardQuery(search), placeholderData: keepPreviousData });
  const go = (part: typeof search) =>
    void navigate({ to: '/indicators', search: { ...search, ...part }, replace: 'words' in part });
  if (board.isPending) return <Loading />;
  if (board.data === undefined) return <Wrong error={board.error} />;
  const { unionName, period, closed, asOf, items } = board.data;
  const programmes = [...new Set(items.map(({ programme }) => programme))];
  const { programme = '', words = '' } = search;
  const sought = items.filter((item) => (programme === '' || item.programme === programme) && has(item, words.trim()));
  return (
    <article className="indicators">
      <h1>
        {t('indicator.title')} <small>{unionName}</small>
      </h1>
      {tier === 'district' && (
        <p className="rooms no-print">
          <Link to="/indicator-definitions">{t('indicator.definitions')}</Link>{' '}
          <Link to="/indicator-closures">{t('indicator.closures')}</Link>
        </p>
      )}
      <div className="filters no-print">
        <Choices search={search} go={go} />
        <label>
          <span>{t('indicator.programme')}</span>
          <Select
            value={programme}
            options={[
              { value: '', label: t('indicator.allProgrammes') },
              ...programmes.map((value) => ({ value, label: value })),
            ]}
            onChange={(value) => go({ programme: value === '' ? undefined : value })}
          />
        </label>
        <label>
          <span>{t('indicator.words')}</span>
          <Sought value={search.words} max={100} onSeek={(typed) => go({ words: typed })} />
        </label>
      </div>
      <p className="hint">
        {period} · {t('indicator.count', { count: sought.length })}
        {closed && ` · ${t('indicator.closed')}`} · {t('board.asOf', { when: '' })}
        <Time at={asOf} />
      </p>
      {sought.length === 0 && <p>{t('indicator.none')}</p>}
      {programmes.map((one) => {
        const own = sought.filter((item) => item.programme === one);
        return own.length === 0 ? null : <Programme key={one} programme={one} items={own} />;
      })}
    </article>
  );
}

function Programme({ programme, items }: { readonly programme: string; readonly items: readonly Item[] }) {
  const { t } = useTranslation();
  const { period, unionId } = useSearch({ from: '/inside/indicators' });
  return (
    <section aria-label={programme}>
      <h2>{programme}</h2>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('indicator.one')}</th>
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
            {items.map(({ indicatorId, name, value, unit, qualifier, lastYear, targets }) => (
              <tr key={indicatorId}>
                <th scope="row">
                  <Link to="/indicators/$id" params={{ id: indicatorId }} search={{ period, unionId }}>
                    {name}
                  </Link>
                </th>
                <td className="right">
                  <Value value={value} unit={unit} qualifier={qualifier} />
                </td>
                <td className="right">
                  <Value value={lastYear} unit={unit} />
                </td>
                <td>
                  <Lines lines={targets} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}
