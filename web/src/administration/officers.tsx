/** 工会干部: everybody one may see, found by part of a name or an account; what is sought stands in the address. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/me';
import { unionsQuery } from '../api/unions';
import { LongTable } from '../parts/long-table';
import { Loading, Wrong } from '../parts/states';
import './administration.css';
import { Filter } from './filter';
import { type Officer, districtRoles, everyRole, officersQuery } from './officer-data';
import type { OfficerSearch } from './routes';
import { Sought } from './sought';
import { UnionSelect } from './union-select';

const roles = [...everyRole, ...districtRoles];
const states = ['true', 'false'] as const;

export function Officers() {
  const { t } = useTranslation();
  const may = useMay();
  const search = useSearch({ from: '/inside/officers' });
  const navigate = useNavigate();
  const unions = useQuery(unionsQuery);
  const state = states.find((one) => one === search.active);
  const officers = useInfiniteQuery({
    ...officersQuery({
      q: search.q,
      unionId: search.unionId,
      role: roles.find((one) => one === search.role),
      active: state === undefined ? undefined : state === 'true',
    }),
    placeholderData: keepPreviousData,
  });
  if (officers.isPending || unions.data === undefined) {
    return officers.isError ? <Wrong error={officers.error} /> : <Loading />;
  }
  if (officers.data === undefined) return <Wrong error={officers.error} />;
  const rows = officers.data.pages.flatMap(({ items }) => items);
  const total = officers.data.pages[0]?.total ?? 0;
  const names = new Map(unions.data.map(({ id, name }) => [id, name]));
  const seek = (part: OfficerSearch) =>
    void navigate({ to: '/officers', search: { ...search, ...part }, replace: true });
  const all = { value: '', label: t('task.all') };
  return (
    <>
      <h1>
        {t('administration.menu.officers')} <small>{t('administration.officer.count', { count: total })}</small>
      </h1>
      {may('officer.write') && (
        <p>
          <Link className="deed" to="/new-officer" search={{ unionId: search.unionId }}>
            {t('administration.officer.make')}
          </Link>
        </p>
      )}
      <div className="filters">
        <Filter label={t('administration.officer.find')}>
          <Sought value={search.q} max={50} onSeek={(q) => seek({ q })} />
        </Filter>
        <Filter label={t('administration.officer.union')}>
          <UnionSelect
            unions={unions.data}
            value={search.unionId}
            all={t('task.all')}
            onChange={(id) => seek({ unionId: id || undefined })}
          />
        </Filter>
        <Filter label={t('administration.officer.role')}>
          <Select
            value={search.role ?? ''}
            options={[all, ...roles.map((value) => ({ value, label: t(`role.${value}`) }))]}
            onChange={(value) => seek({ role: value || undefined })}
          />
        </Filter>
        <Filter label={t('administration.officer.state')}>
          <Select
            value={state ?? ''}
            options={[all, ...states.map((value) => ({ value, label: t(`administration.officer.active.${value}`) }))]}
            onChange={(value) => seek({ active: value || undefined })}
          />
        </Filter>
      </div>
      {rows.length === 0 ? (
        <p className="hint">{t('administration.officer.none')}</p>
      ) : (
        <LongTable<Officer>
          label={t('administration.menu.officers')}
          rows={rows}
          rowKey={({ id }) => id}
          onEnd={() => void (officers.hasNextPage && !officers.isFetching && officers.fetchNextPage())}
          columns={[
            {
              key: 'name',
              title: t('administration.officer.name'),
              names: true,
              width: '22%',
              cell: ({ id, name }) => (
                <Link to="/officers/$id" params={{ id }}>
                  {name}
                </Link>
              ),
            },
            { key: 'account', title: t('signIn.account'), width: '24%', cell: ({ account }) => account },
            {
              key: 'union',
              title: t('administration.officer.union'),
              width: '28%',
              cell: ({ unionId }) => names.get(unionId) ?? '—',
            },
            {
              key: 'role',
              title: t('administration.officer.role'),
              width: '13%',
              cell: ({ role }) => t(`role.${role}`),
            },
            {
              key: 'state',
              title: t('administration.officer.state'),
              width: '13%',
              cell: ({ active, mustChangePassword }) =>
                !active
                  ? t('administration.officer.active.false')
                  : mustChangePassword
                    ? t('administration.officer.fresh')
                    : t('administration.officer.active.true'),
            },
          ]}
        />
      )}
    </>
  );
}
