/** 接口密钥: the programs that act for unions, their live keys and when they were used last. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/me';
import { Filter } from '../administration/filter';
import { Sought } from '../administration/sought';
import { LongTable } from '../parts/long-table';
import { Loading, Missing, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { EndsOn } from './ends-on';
import { type Application, applicationsQuery } from './key-data';
import './keys.css';

export function ApplicationList() {
  const may = useMay();
  return may('key.manage') ? <Programs /> : <Missing />;
}

function Programs() {
  const { t } = useTranslation();
  const { q } = useSearch({ from: '/inside/applications' });
  const navigate = useNavigate();
  const asked = useInfiniteQuery({ ...applicationsQuery(q), placeholderData: keepPreviousData });
  if (asked.isPending) return <Loading />;
  if (asked.data === undefined) return <Wrong error={asked.error} />;
  const rows = asked.data.pages.flatMap(({ items }) => items);
  return (
    <>
      <h1>
        {t('keys.title')} <small>{t('keys.count', { count: asked.data.pages[0]?.total ?? 0 })}</small>
      </h1>
      <p className="hint">{t('keys.hint')}</p>
      <p>
        <Link className="deed" to="/new-application">
          {t('keys.register')}
        </Link>
      </p>
      <div className="filters">
        <Filter label={t('keys.find')}>
          <Sought
            value={q}
            max={50}
            onSeek={(words) => void navigate({ to: '/applications', search: { q: words }, replace: true })}
          />
        </Filter>
      </div>
      {rows.length === 0 ? (
        <p className="hint">{t('keys.none')}</p>
      ) : (
        <LongTable<Application>
          label={t('keys.title')}
          rows={rows}
          rowKey={({ id }) => id}
          onEnd={() => void (asked.hasNextPage && !asked.isFetching && asked.fetchNextPage())}
          columns={[
            {
              key: 'name',
              title: t('keys.app'),
              names: true,
              width: '22%',
              cell: ({ id, name }) => (
                <Link to="/applications/$id" params={{ id }}>
                  {name}
                </Link>
              ),
            },
            {
              key: 'union',
              title: t('administration.officer.union'),
              width: '22%',
              cell: ({ unionName }) => unionName,
            },
            { key: 'role', title: t('keys.role'), width: '12%', cell: ({ role }) => t(`role.${role}`) },
            {
              key: 'state',
              title: t('administration.officer.state'),
              width: '10%',
              cell: ({ active }) => t(`keys.state.${active}`),
            },
            { key: 'live', title: t('keys.live'), width: '10%', cell: ({ liveKeys }) => liveKeys },
            { key: 'ends', title: t('keys.ends'), width: '12%', cell: ({ endsOn }) => <EndsOn day={endsOn} /> },
            {
              key: 'used',
              title: t('keys.used'),
              width: '12%',
              cell: ({ usedAt }) => (usedAt === null ? t('keys.never') : <Time at={usedAt} />),
            },
          ]}
        />
      )}
    </>
  );
}
