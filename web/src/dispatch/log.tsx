/** 外发记录: what went out by mail and robot, to whom and why, how it went; what was given up is sent again. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/me';
import { Filter } from '../administration/filter';
import { LongTable } from '../parts/long-table';
import { Loading, Missing, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import './dispatch.css';
import { type Message, channels, logQuery, statuses } from './log-data';
import { Look } from './look';
import type { LogSearch } from './routes';
import { Status } from './status';
import { Ways } from './ways';
import { useWhy } from './why';

export function DispatchLog() {
  const may = useMay();
  return may('dispatch.manage') ? <Log /> : <Missing />;
}

function Log() {
  const { t } = useTranslation();
  const why = useWhy();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/dispatches' });
  const log = useInfiniteQuery({ ...logQuery(search), placeholderData: keepPreviousData });
  if (log.isPending) return <Loading />;
  if (log.data === undefined) return <Wrong error={log.error} />;
  const seek = (part: LogSearch) =>
    void navigate({ to: '/dispatches', search: { ...search, message: undefined, ...part }, replace: true });
  const rows = [...new Map(log.data.pages.flatMap(({ items }) => items).map((row) => [row.id, row])).values()];
  const options = (values: readonly { value: string; label: string }[]) => [
    { value: '', label: t('task.all') },
    ...values,
  ];
  return (
    <>
      <h1>{t('dispatch.log')}</h1>
      <Ways />
      <p className="hint">{t('dispatch.logHint')}</p>
      <div className="filters">
        <Filter label={t('dispatch.status')}>
          <Select
            value={search.result ?? ''}
            options={options(statuses.map((value) => ({ value, label: t(`dispatch.statuses.${value}`) })))}
            onChange={(result) => seek({ result: result || undefined })}
          />
        </Filter>
        <Filter label={t('dispatch.channel')}>
          <Select
            value={search.channel ?? ''}
            options={options(channels.map((value) => ({ value, label: t(`dispatch.channels.${value}`) })))}
            onChange={(channel) => seek({ channel: channel || undefined })}
          />
        </Filter>
        {search.taskId !== undefined && (
          <Button onClick={() => seek({ taskId: undefined })}>{t('dispatch.everyTask')}</Button>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="hint">{t('dispatch.none')}</p>
      ) : (
        <LongTable<Message>
          label={t('dispatch.log')}
          rows={rows}
          rowKey={({ id }) => id}
          onEnd={() => void (log.hasNextPage && !log.isFetching && log.fetchNextPage())}
          columns={[
            {
              key: 'at',
              title: t('dispatch.at'),
              width: '13%',
              cell: ({ createdAt }) => <Time at={createdAt} />,
            },
            {
              key: 'to',
              title: t('dispatch.to'),
              width: '23%',
              cell: ({ channel, officerName, target, unionName }) => (
                <>
                  {t(`dispatch.channels.${channel}`)} · {officerName ?? target}
                  <br />
                  <small className="hint">{unionName}</small>
                </>
              ),
            },
            { key: 'subject', title: t('dispatch.subject'), names: true, width: '26%', cell: ({ subject }) => subject },
            { key: 'why', title: t('dispatch.why'), width: '14%', cell: ({ reason }) => why(reason) },
            { key: 'status', title: t('dispatch.status'), width: '14%', cell: (row) => <Status message={row} /> },
            {
              key: 'look',
              title: t('administration.deed_'),
              width: '10%',
              cell: ({ id, subject }) => (
                <button
                  type="button"
                  className="plain"
                  aria-expanded={id === search.message}
                  aria-label={`${t('administration.audit.look')} ${subject}`}
                  onClick={() => seek({ message: id === search.message ? undefined : id })}
                >
                  {t('administration.audit.look')}
                </button>
              ),
            },
          ]}
        />
      )}
      {log.isFetchingNextPage && <Loading />}
      {search.message !== undefined && <Look key={search.message} id={search.message} onClose={() => seek({})} />}
    </>
  );
}
