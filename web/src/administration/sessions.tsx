/** 在线用户: who is signed in, from where and on what; the security administrator puts out. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { useMay } from '../api/me';
import { unionsQuery } from '../api/unions';
import { LongTable } from '../parts/long-table';
import { Loading, Missing, Wrong, useWords } from '../parts/states';
import { Time } from '../parts/time';
import './administration.css';
import { Filter } from './filter';
import { UnionSelect } from './union-select';

type Session = Schemas['OpenSession'];
const PAGE = 200;
const key = ['sessions'];

export function Sessions() {
  const may = useMay();
  return may('session.manage') ? <OnLine /> : <Missing />;
}

function OnLine() {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { unionId } = useSearch({ from: '/inside/sessions' });
  const unions = useQuery(unionsQuery);
  const sessions = useInfiniteQuery({
    queryKey: [...key, unionId],
    queryFn: ({ pageParam }) =>
      got(api.GET('/api/v1/sessions', { params: { query: { unionId, page: pageParam, pageSize: PAGE } } })),
    initialPageParam: 1,
    getNextPageParam: ({ page, total }) => (page * PAGE < total ? page + 1 : undefined),
    refetchInterval: 30_000,
  });
  const end = useMutation({
    mutationFn: ({ id }: Session) => got(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })),
    onSuccess: (_, { officerName }) => void message.success(t('administration.session.out', { name: officerName })),
    onError: (error) => void message.error(words(error)),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  if (sessions.isPending) return <Loading />;
  if (sessions.data === undefined) return <Wrong error={sessions.error} />;
  const found = sessions.data.pages.flatMap(({ items }) => items);
  // somebody may have come in between two pages
  const rows = [...new Map(found.map((session) => [session.id, session])).values()];
  return (
    <>
      <h1>
        {t('administration.menu.sessions')}{' '}
        <small>{t('administration.session.count', { count: sessions.data.pages[0]?.total ?? 0 })}</small>
      </h1>
      <p className="hint">{t('administration.session.endHint')}</p>
      <div className="filters">
        <Filter label={t('administration.officer.union')}>
          <UnionSelect
            unions={unions.data ?? []}
            value={unionId}
            all={t('task.all')}
            onChange={(id) => void navigate({ to: '/sessions', search: { unionId: id || undefined }, replace: true })}
          />
        </Filter>
      </div>
      {rows.length === 0 ? (
        <p className="hint">{t('administration.session.none')}</p>
      ) : (
        <LongTable<Session>
          label={t('administration.menu.sessions')}
          rows={rows}
          rowKey={({ id }) => id}
          onEnd={() => void (sessions.hasNextPage && !sessions.isFetching && sessions.fetchNextPage())}
          columns={[
            {
              key: 'officer',
              title: t('administration.officer.name'),
              names: true,
              width: '20%',
              cell: ({ officerName, account }) => `${officerName}（${account}）`,
            },
            {
              key: 'union',
              title: t('administration.officer.union'),
              width: '20%',
              cell: ({ unionName }) => unionName,
            },
            {
              key: 'device',
              title: t('administration.session.device'),
              width: '18%',
              cell: ({ device }) => device ?? t('administration.session.unknown'),
            },
            {
              key: 'network',
              title: t('administration.session.network'),
              width: '12%',
              cell: ({ network }) => network,
            },
            {
              key: 'opened',
              title: t('administration.session.opened'),
              width: '10%',
              cell: ({ openedAt }) => <Time at={openedAt} />,
            },
            {
              key: 'seen',
              title: t('administration.session.seen'),
              width: '10%',
              cell: ({ seenAt }) => <Time at={seenAt} />,
            },
            {
              key: 'deed',
              title: t('administration.deed_'),
              width: '10%',
              cell: (session) =>
                session.current ? (
                  <span className="tag tag-accepted">{t('administration.session.this')}</span>
                ) : (
                  <Button
                    size="small"
                    danger
                    disabled={end.isPending}
                    aria-label={`${t('administration.session.putOut')} ${session.officerName}`}
                    onClick={() => end.mutate(session)}
                  >
                    {t('administration.session.putOut')}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </>
  );
}
