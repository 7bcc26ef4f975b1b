/** 队列与投递: whether announcements arrive on the boards, and what is stuck; refreshes itself. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { useMay } from '../api/me';
import { amount, exact } from '../parts/amount';
import { Pages } from '../parts/pages';
import { Loading, Missing, Wrong, useWords } from '../parts/states';
import { Time } from '../parts/time';
import './administration.css';
import { useDeedWords } from './audit-data';
import { Fact } from './fact';
import { useLasting } from './lasting';
import { Seals } from './seals';
import { Wide } from '../parts/wide';

const EVERY_MS = 5_000;
const SIZE = 50;
const key = ['queue'];

export function QueueRoom() {
  const may = useMay();
  return may('queue.manage') ? <Queue /> : <Missing />;
}

function Queue() {
  const { t } = useTranslation();
  const health = useQuery({
    queryKey: [...key, 'health'],
    queryFn: () => got(api.GET('/api/v1/queue-health')),
    refetchInterval: EVERY_MS,
  });
  return (
    <>
      <h1>{t('administration.menu.queue')}</h1>
      {health.data !== undefined ? (
        <Health health={health.data} />
      ) : health.isPending ? (
        <Loading />
      ) : (
        <Wrong error={health.error} />
      )}
      <Parked />
      <Seals />
    </>
  );
}

function Health({ health }: { health: Schemas['QueueHealth'] }) {
  const { t } = useTranslation();
  const lasting = useLasting();
  const { moving, asOf, open, underWay, retrying, parked, oldestOpenAt, probeSentAt, probeSeenAt, backend } = health;
  return (
    <section>
      <Alert
        type={moving ? 'success' : 'error'}
        showIcon
        title={t(moving ? 'administration.queue.moving' : 'administration.queue.still')}
      />
      <dl className="facts figures">
        <Fact label={t('administration.queue.open')}>{t('administration.queue.pieces', { count: open })}</Fact>
        <Fact label={t('administration.queue.underWay')}>{t('administration.queue.pieces', { count: underWay })}</Fact>
        <Fact label={t('administration.queue.retrying')}>{t('administration.queue.pieces', { count: retrying })}</Fact>
        <Fact label={t('administration.queue.parked')}>{t('administration.queue.pieces', { count: parked })}</Fact>
        <Fact label={t('administration.queue.oldest')}>{lasting(oldestOpenAt, asOf)}</Fact>
        <Fact label={t('administration.queue.sent')}>{probeSentAt === null ? '—' : <Time at={probeSentAt} />}</Fact>
        <Fact label={t('administration.queue.seen')}>{probeSeenAt === null ? '—' : <Time at={probeSeenAt} />}</Fact>
        <Fact label={t('administration.queue.backend')}>{t(`administration.queue.backends.${backend}`)}</Fact>
      </dl>
      <p className="hint">
        {t('administration.queue.asOf')} {exact(asOf)}
      </p>
    </section>
  );
}

function Parked() {
  const { t } = useTranslation();
  const words = useWords();
  const deedWords = useDeedWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [page, setPage] = useState(1);
  const parked = useQuery({
    queryKey: [...key, 'parked', page],
    queryFn: () => got(api.GET('/api/v1/parked-announcements', { params: { query: { page, pageSize: SIZE } } })),
    refetchInterval: EVERY_MS,
  });
  const redeliver = useMutation({
    mutationFn: async (id: string | undefined) => {
      if (id === undefined) return (await got(api.POST('/api/v1/parked-announcements/redeliveries'))).count;
      await got(api.POST('/api/v1/parked-announcements/{id}/redelivery', { params: { path: { id } } }));
      return 1;
    },
    onSuccess: (count) => void message.success(t('administration.queue.redelivered', { count })),
    onError: (error) => void message.error(words(error)),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  if (parked.isPending) return <Loading />;
  if (parked.data === undefined) return <Wrong error={parked.error} />;
  const { items, total } = parked.data;
  return (
    <section>
      <h2>
        {t('administration.queue.parked')} <span className="count">{total}</span>
        {total > 1 && (
          <Button size="small" loading={redeliver.isPending} onClick={() => redeliver.mutate(undefined)}>
            {t('administration.queue.all', { count: total })}
          </Button>
        )}
      </h2>
      <p className="hint">{t(total === 0 ? 'administration.queue.none' : 'administration.queue.hint')}</p>
      {total > 0 && (
        <Wide>
          <table className="grid">
            <thead>
              <tr>
                <th className="right">{t('administration.queue.no')}</th>
                <th>{t('administration.queue.what')}</th>
                <th>{t('administration.officer.union')}</th>
                <th>{t('administration.queue.occurred')}</th>
                <th className="right">{t('administration.queue.attempts')}</th>
                <th>{t('administration.queue.error')}</th>
                <th>{t('administration.deed_')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ id, seq, name, unionName, occurredAt, attempts, lastError }) => (
                <tr key={id}>
                  <td className="right">{amount(seq)}</td>
                  <th scope="row">{deedWords(name)}</th>
                  <td>{unionName ?? '—'}</td>
                  <td>
                    <Time at={occurredAt} />
                  </td>
                  <td className="right">{t('administration.queue.times', { count: attempts })}</td>
                  <td className="words">{lastError ?? '—'}</td>
                  <td>
                    <Button size="small" disabled={redeliver.isPending} onClick={() => redeliver.mutate(id)}>
                      {t('administration.queue.one')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      {total > 0 && (
        <Pages
          page={page}
          size={SIZE}
          total={total}
          words={t('administration.queue.total', { count: total })}
          onPage={setPage}
        />
      )}
    </section>
  );
}
