/** 工会组织: the tree as it stood on a day, one union beside it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading, Wrong } from '../parts/states';
import './administration.css';
import { Filter } from './filter';
import { forks, grow, inSight, matching } from './tree';
import { treeQuery } from './union-data';
import { UnionPanel } from './union-panel';
import { UnionTree } from './union-tree';

export function Unions() {
  const { t } = useTranslation();
  const { asOf, union: chosen } = useSearch({ from: '/inside/unions' });
  const navigate = useNavigate();
  const [find, setFind] = useState('');
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const unions = useQuery({ ...treeQuery(asOf), placeholderData: keepPreviousData });
  const branches = useMemo(() => matching(grow(unions.data ?? []), find), [unions.data, find]);
  const open = useMemo(() => {
    const tops = branches.map(({ union }) => union.id);
    const opened = new Set(find.trim() === '' ? tops : forks(branches));
    for (const [id, wanted] of toggled) if (wanted) opened.add(id);
    for (const [id, wanted] of toggled) if (!wanted) opened.delete(id);
    return opened;
  }, [branches, find, toggled]);
  if (unions.isPending) return <Loading />;
  if (unions.data === undefined) return <Wrong error={unions.error} />;
  const go = (part: { asOf?: string; union?: string }) =>
    void navigate({ to: '/unions', search: (search) => ({ ...search, ...part }), replace: true });
  const all = (wanted: boolean) => setToggled(new Map(forks(branches).map((id) => [id, wanted])));
  return (
    <>
      <h1>
        {t('administration.menu.unions')}{' '}
        <small>{t('administration.union.count', { count: unions.data.length })}</small>
      </h1>
      <div className="filters">
        <Filter label={t('administration.union.asOf')}>
          <Input
            type="date"
            value={asOf ?? ''}
            onChange={({ target: { value } }) => go({ asOf: value === '' ? undefined : value })}
          />
        </Filter>
        <Filter label={t('administration.union.find')}>
          <Input type="search" value={find} onChange={({ target: { value } }) => setFind(value)} />
        </Filter>
        <button type="button" className="plain" onClick={() => all(true)}>
          {t('administration.union.openAll')}
        </button>
        <button type="button" className="plain" onClick={() => all(false)}>
          {t('administration.union.closeAll')}
        </button>
      </div>
      {asOf !== undefined && <p className="hint">{t('administration.union.past', { day: asOf })}</p>}
      <div className="split">
        <div>
          <UnionTree
            rows={inSight(branches, open)}
            open={open}
            chosen={chosen}
            onToggle={(id, wanted) => setToggled(new Map(toggled).set(id, wanted))}
            onChoose={(id) => go({ union: id })}
          />
          {branches.length === 0 && <p className="hint">{t('administration.union.none')}</p>}
        </div>
        {chosen === undefined ? (
          <p className="hint">{t('administration.union.choose')}</p>
        ) : (
          <UnionPanel key={chosen} id={chosen} />
        )}
      </div>
    </>
  );
}
