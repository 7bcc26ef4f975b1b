/** 推送记录: what was delivered to an endpoint and what waits; a range is replayed. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LongTable } from '../parts/long-table';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { DeliveryLook } from './delivery-look';
import { LogFilters } from './log-filters';
import { ReplayRange } from './replay-range';
import type { WebhookSearch } from './routes';
import { type Delivery, type Endpoint, deliveriesQuery, useEventWords } from './webhook-data';

export function DeliveryLog({ endpoint: { id, description } }: { endpoint: Endpoint }) {
  const { t } = useTranslation();
  const said = useEventWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/webhooks' });
  const log = useInfiniteQuery({ ...deliveriesQuery(id, search), placeholderData: keepPreviousData });
  if (log.isPending) return <Loading />;
  if (log.data === undefined) return <Wrong error={log.error} />;
  const seek = (part: WebhookSearch) =>
    void navigate({ to: '/webhooks', search: { ...search, delivery: undefined, ...part }, replace: true });
  const rows = [...new Map(log.data.pages.flatMap(({ items }) => items).map((row) => [row.id, row])).values()];
  const title = `${t('webhook.log')} · ${description}`;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p className="hint">{t('webhook.logHint')}</p>
      <ReplayRange id={id} />
      <LogFilters search={search} onSeek={seek} />
      {rows.length === 0 ? (
        <p className="hint">{t('webhook.nothing')}</p>
      ) : (
        <LongTable<Delivery>
          label={t('webhook.log')}
          rows={rows}
          rowKey={(row) => row.id}
          onEnd={() => void (log.hasNextPage && !log.isFetching && log.fetchNextPage())}
          columns={[
            { key: 'no', title: t('webhook.number'), width: '12%', cell: ({ number }) => number ?? '—' },
            { key: 'type', title: t('webhook.event'), names: true, width: '30%', cell: ({ type }) => said(type) },
            { key: 'at', title: t('webhook.at'), width: '18%', cell: ({ occurredAt }) => <Time at={occurredAt} /> },
            {
              key: 'state',
              title: t('webhook.state'),
              width: '28%',
              cell: ({ state, tries, lastError }) => (
                <>
                  {t(`webhook.states.${state}`)} · {t('webhook.tries', { count: tries })}
                  {lastError !== null && (
                    <>
                      <br />
                      <small className="hint">{lastError}</small>
                    </>
                  )}
                </>
              ),
            },
            {
              key: 'look',
              title: t('administration.deed_'),
              width: '12%',
              cell: (row) => (
                <button
                  type="button"
                  className="plain"
                  aria-expanded={row.id === search.delivery}
                  aria-label={`${t('administration.audit.look')} ${row.number ?? row.type}`}
                  onClick={() => seek({ delivery: row.id === search.delivery ? undefined : row.id })}
                >
                  {t('administration.audit.look')}
                </button>
              ),
            },
          ]}
        />
      )}
      {log.isFetchingNextPage && <Loading />}
      {search.delivery !== undefined && (
        <DeliveryLook key={search.delivery} id={search.delivery} onClose={() => seek({})} />
      )}
    </section>
  );
}
