/** 溯源: the value with the parts it is made of, and the entries, enterprises or tasks behind each part. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import { Loading, Wrong, useWords } from '../parts/states';
import { Wide } from '../parts/wide';
import { itemsQuery, traceQuery } from './indicator-data';
import type { IndicatorSearch } from './routes';
import { SourceLink } from '../parts/source-link';
import { Value } from './value';

interface Props {
  readonly id: string;
  readonly search: IndicatorSearch;
}

export function Trace({ id, search }: Props) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const [open, setOpen] = useState<number>();
  const trace = useQuery(traceQuery(id, search));
  if (trace.isPending) return <Loading />;
  if (trace.data === undefined) return <p className="wrong">{words(trace.error)}</p>;
  const { unionName, period, value, valueNow, unit, qualifier, frozen, marks, numerator, denominator, parts } =
    trace.data;
  return (
    <section aria-label={t('indicator.value')}>
      <p className="figure">
        <span>
          {unionName} · {period.name}
        </span>{' '}
        <strong>
          <Value value={value} unit={unit} qualifier={qualifier} />
        </strong>
        {denominator !== null && (
          <span>
            {' '}
            {amount(numerator)} ÷ {amount(denominator)}
          </span>
        )}
      </p>
      {frozen && (
        <p className="hint">
          {t('indicator.closed')}
          {valueNow !== value && (
            <>
              {' '}
              {t('indicator.now')}
              <Value value={valueNow} unit={unit} />
            </>
          )}
        </p>
      )}
      {marks.map(({ code, zh, en }) => (
        <p key={code} className="wrong">
          {i18n.language === 'zh' ? zh : en}
        </p>
      ))}
      <h2>{t('indicator.trace')}</h2>
      <ul className="parts">
        {parts.map(({ no, of, period: when, text, source, value: part, unit: counted, lacking }) => (
          <li key={no}>
            {t(`indicator.of.${of}`)} · {when} · <code>{text}</code> = <Value value={part} unit={counted ?? ''} />{' '}
            <Button size="small" aria-expanded={open === no} onClick={() => setOpen(open === no ? undefined : no)}>
              {t('indicator.items')}
            </Button>
            {lacking !== null && <Lacking lacking={lacking} outside={source === 'external'} />}
            {open === no && <Items query={itemsQuery(id, search, no)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What adds up to one part, page by page. */
export function Items({ query }: { readonly query: ReturnType<typeof itemsQuery> }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(query);
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Wrong error={list.error} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className="hint">{t('indicator.noItems')}</p>;
  return (
    <>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('indicator.item')}</th>
              <th scope="col">{t('indicator.union')}</th>
              <th scope="col">{t('indicator.day')}</th>
              <th scope="col" className="right">
                {t('indicator.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={`${item.kind} ${item.id} ${item.day}`}>
                <th scope="row">
                  <SourceLink item={item} />
                </th>
                <td>{item.unionName}</td>
                <td>{item.day ?? '—'}</td>
                <td className="right">{amount(item.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('indicator.more')}
        </Button>
      )}
    </>
  );
}

interface LackingProps {
  readonly lacking: Schemas['TraceLacking'];
  readonly outside: boolean;
}

/** Who owes it and gave nothing, by name and period as far as there is room. */
function Lacking({ lacking: { many, names }, outside }: LackingProps) {
  const { t } = useTranslation();
  if (many === 0) return <p className="hint">{t(outside ? 'indicator.allCame' : 'indicator.allGiven')}</p>;
  const said = names.map(({ unionName, period }) => t('indicator.lackingOne', { union: unionName, period }));
  const rest = many > names.length ? t('indicator.lackingMore', { count: many - names.length }) : '';
  return (
    <p className="wrong">
      {t('indicator.lacking', { count: many, names: said.join(t('indicator.lackingBetween')) })}
      {rest}
    </p>
  );
}
