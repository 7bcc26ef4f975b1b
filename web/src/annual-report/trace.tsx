/** 溯源: the parts of a figure as its sources are now, each with the entries, enterprises or tasks that add up to it. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { Wide } from '../parts/wide';
import { itemsQuery, traceQuery } from './annual-report-data';

interface Props {
  readonly id: string;
  readonly year: number;
}

export function Trace({ id, year }: Props) {
  const { t } = useTranslation();
  const trace = useQuery(traceQuery(id, year));
  const [open, setOpen] = useState(1);
  if (trace.isPending) return <Loading />;
  if (trace.data === undefined) return <Wrong error={trace.error} />;
  const { parts } = trace.data;
  return (
    <section aria-label={t('annual.trace')}>
      <h3>{t('annual.trace')}</h3>
      <p className="hint">{t('annual.traceHint')}</p>
      {parts.length === 0 && <p>{t('annual.noParts')}</p>}
      <ul className="parts">
        {parts.map(({ no, of, period, text, unit, value }) => (
          <li key={no}>
            <button
              type="button"
              className="plain"
              aria-expanded={open === no}
              onClick={() => setOpen(open === no ? 0 : no)}
            >
              {t('annual.part', { of: t(`annual.of.${of}`), period })}
            </button>{' '}
            <code>{text}</code> ={' '}
            <strong>{value === null ? t('annual.missing') : `${amount(value)} ${unit ?? ''}`}</strong>
            {open === no && <Items id={id} year={year} part={no} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Items({ id, year, part }: Props & { readonly part: number }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(itemsQuery(id, year, part));
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Wrong error={list.error} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className="hint">{t('annual.noItems')}</p>;
  return (
    <>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('annual.item')}</th>
              <th scope="col">{t('annual.union')}</th>
              <th scope="col">{t('annual.day')}</th>
              <th scope="col" className="right">
                {t('annual.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={`${item.id} ${item.unionId} ${item.title}`}>
                <td>
                  <Source item={item} />
                </td>
                <td>{item.unionName}</td>
                <td>{item.day}</td>
                <td className="right">{amount(item.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <p className="hint">{t('annual.shown', { count: items.length })}</p>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('annual.more')}
        </Button>
      )}
    </>
  );
}

function Source({ item: { kind, id, title, detail } }: { readonly item: Schemas['TraceItem'] }) {
  if (kind === 'ledgerEntry')
    return (
      <Link to="/ledger-entries/$id" params={{ id }}>
        {title}
        {detail !== null && `：${detail}`}
      </Link>
    );
  return (
    <Link to={kind === 'enterprise' ? '/enterprises/$id' : '/tasks/$id'} params={{ id }}>
      {title}
    </Link>
  );
}
