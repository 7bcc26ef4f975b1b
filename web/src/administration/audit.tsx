/** 审计日志: who did what, from where, on what; what is sought stands in the address. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/me';
import { LongTable } from '../parts/long-table';
import { Loading, Missing, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import './administration.css';
import { type Entry, trailQuery, useDeedWords } from './audit-data';
import { AuditEntry } from './audit-entry';
import { deeds } from './deeds';
import { Filter } from './filter';
import type { AuditSearch } from './routes';
import { Sought } from './sought';
import { Verification } from './verification';

export function Audit() {
  const may = useMay();
  return may('audit.read') ? <Trail /> : <Missing />;
}

function Trail() {
  const { t } = useTranslation();
  const words = useDeedWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/audit' });
  const trail = useInfiniteQuery({ ...trailQuery(search), placeholderData: keepPreviousData });
  const rows = useMemo(() => {
    const found = trail.data?.pages.flatMap(({ items }) => items) ?? [];
    // what is written meanwhile pushes an entry onto the next page, where it stands once more
    return [...new Map(found.map((entry) => [entry.id, entry])).values()];
  }, [trail.data]);
  if (trail.isPending) return <Loading />;
  const seek = (part: AuditSearch) =>
    void navigate({ to: '/audit', search: { ...search, entry: undefined, ...part }, replace: true });
  const shown = rows.find(({ id }) => id === search.entry);
  const day = (which: 'from' | 'to') => (
    <Filter label={t(`administration.audit.${which}`)}>
      <Input
        type="date"
        value={search[which] ?? ''}
        onChange={({ target: { value } }) => seek({ [which]: value === '' ? undefined : value })}
      />
    </Filter>
  );
  return (
    <>
      <h1>
        {t('administration.menu.audit')}{' '}
        <small>{t('administration.audit.count', { count: trail.data?.pages[0]?.total ?? 0 })}</small>
      </h1>
      <Verification />
      <div className="filters">
        <Filter label={t('administration.audit.deed')}>
          <Select
            className="deed-select"
            value={search.deed ?? ''}
            showSearch={{ optionFilterProp: 'label' }}
            options={[{ value: '', label: t('task.all') }, ...deeds.map((value) => ({ value, label: words(value) }))]}
            onChange={(value) => seek({ deed: value || undefined })}
          />
        </Filter>
        <Filter label={t('signIn.account')}>
          <Sought value={search.account} max={64} onSeek={(account) => seek({ account })} />
        </Filter>
        {day('from')}
        {day('to')}
        {search.subjectId !== undefined && (
          <Button onClick={() => seek({ subjectId: undefined })}>{t('administration.audit.everything')}</Button>
        )}
      </div>
      {trail.data === undefined ? (
        <Wrong error={trail.error} />
      ) : rows.length === 0 ? (
        <p className="hint">{t('administration.audit.none')}</p>
      ) : (
        <LongTable<Entry>
          label={t('administration.menu.audit')}
          rows={rows}
          rowKey={({ id }) => id}
          onEnd={() => void (trail.hasNextPage && !trail.isFetching && trail.fetchNextPage())}
          columns={[
            { key: 'at', title: t('administration.audit.at'), width: '20%', cell: ({ at }) => <Time at={at} /> },
            {
              key: 'deed',
              title: t('administration.audit.deed'),
              names: true,
              width: '24%',
              cell: ({ deed }) => words(deed),
            },
            { key: 'account', title: t('signIn.account'), width: '26%', cell: ({ account }) => account ?? '—' },
            {
              key: 'network',
              title: t('administration.session.network'),
              width: '18%',
              cell: ({ network }) => network ?? '—',
            },
            {
              key: 'look',
              title: t('administration.deed_'),
              width: '12%',
              cell: ({ id, deed }) => (
                <button
                  type="button"
                  className="plain"
                  aria-expanded={id === search.entry}
                  aria-label={`${t('administration.audit.look')} ${words(deed)}`}
                  onClick={() => seek({ entry: id === search.entry ? undefined : id })}
                >
                  {t('administration.audit.look')}
                </button>
              ),
            },
          ]}
        />
      )}
      {trail.isFetchingNextPage && <Loading />}
      {shown !== undefined && (
        <AuditEntry
          key={shown.id}
          entry={shown}
          onSubject={(subjectId) => seek({ subjectId })}
          onClose={() => seek({})}
        />
      )}
    </>
  );
}
