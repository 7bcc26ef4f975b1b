/** 企业库: sought, filtered and sorted; what wants looking after first; verification proposed for many at once. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTier } from '../api/me';
import { unionsQuery } from '../api/unions';
import { amount } from '../parts/amount';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { type DerivedList, derivedQuery, type RegisterSearch, registerQuery, SIZE, sorts } from './data';
import { readDoors } from './doors';
import { KindFilter } from './kind-filter';
import './register.css';
import { Table } from './register-table';
import { Rooms } from './rooms';

export function Register() {
  const { t } = useTranslation();
  const tier = useTier();
  const search = useSearch({ from: '/inside/enterprises' });
  const navigate = useNavigate();
  const list = useQuery(registerQuery(tier, search));
  const go = (part: RegisterSearch) =>
    void navigate({ to: '/enterprises', search: { ...search, page: undefined, ...part } });
  return (
    <div className="register">
      <h1>{t('register.title')}</h1>
      <Rooms />
      <Derived search={search} onChoose={(next) => go({ list: next, by: next && listOrder[next] })} />
      <Filters search={search} go={go} />
      {list.isPending && <Loading />}
      {list.data === undefined && !list.isPending && <Wrong error={list.error} />}
      {list.data !== undefined && (
        <>
          <p>
            {t('register.found', {
              count: list.data.total,
              workers: amount(list.data.workers),
              members: amount(list.data.members),
            })}{' '}
            <Export search={search} format="xlsx" /> <Export search={search} format="csv" />
          </p>
          <Table key={JSON.stringify(search)} items={list.data.items} list={search.list} />
          <Pages
            page={search.page ?? 1}
            size={SIZE}
            total={list.data.total}
            words={t('supervision.total', { count: list.data.total })}
            onPage={(page) => go({ page })}
          />
        </>
      )}
    </div>
  );
}

/** What comes first where something is to be done. */
const listOrder = {
  withoutUnion: '-workers',
  notAllMembers: '-workers',
  withoutCommittees: '-workers',
  termEnding: 'termEndsOn',
} as const satisfies Record<DerivedList, RegisterSearch['by']>;

/** What wants looking after, with how many there are. */
function Derived({
  search,
  onChoose,
}: {
  readonly search: RegisterSearch;
  readonly onChoose: (list: RegisterSearch['list']) => void;
}) {
  const { t } = useTranslation();
  const tier = useTier();
  const { data } = useQuery(derivedQuery(tier));
  return (
    <div className="filters no-print" role="group" aria-label={t('register.after')}>
      {data?.items.map(({ list, enterprises, workers }) => {
        const name = list as NonNullable<RegisterSearch['list']>;
        const chosen = search.list === name;
        return (
          <Button
            key={list}
            aria-pressed={chosen}
            type={chosen ? 'primary' : 'default'}
            onClick={() => onChoose(chosen ? undefined : name)}
          >
            {t(`register.list.${name}`, { count: enterprises, workers: amount(workers) })}
          </Button>
        );
      })}
    </div>
  );
}

function Filters({ search, go }: { readonly search: RegisterSearch; readonly go: (part: RegisterSearch) => void }) {
  const { t } = useTranslation();
  const { data: unions = [] } = useQuery(unionsQuery);
  const { q, unionId, kind, standing, unionized, closed, by } = search;
  const known = { true: true, false: false } as const;
  return (
    <form className="filters no-print" role="search" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>{t('register.q')}</span>
        <Input.Search
          key={q}
          className="search"
          allowClear
          maxLength={100}
          defaultValue={q}
          onSearch={(words) => go({ q: words.trim() || undefined })}
        />
      </label>
      <label>
        <span>{t('register.union')}</span>
        <select value={unionId ?? ''} onChange={({ target: { value } }) => go({ unionId: value || undefined })}>
          <option value="">{t('register.any')}</option>
          {unions
            .filter((union) => union.closedOn === null)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <KindFilter kind={kind} onChoose={(next) => go({ kind: next })} />
      <label>
        <span>{t('register.standing')}</span>
        <select
          value={standing ?? ''}
          onChange={({ target: { value } }) => go({ standing: (value || undefined) as typeof standing })}
        >
          <option value="">{t('register.any')}</option>
          <option value="normal">{t('register.notExcluded')}</option>
          <option value="excluded">{t('register.excluded')}</option>
        </select>
      </label>
      <label>
        <span>{t('register.unionized')}</span>
        <select
          value={String(unionized ?? '')}
          onChange={({ target: { value } }) => go({ unionized: known[value as 'true'] })}
        >
          <option value="">{t('register.any')}</option>
          <option value="true">{t('register.yes')}</option>
          <option value="false">{t('register.no')}</option>
        </select>
      </label>
      <label>
        <span>{t('register.sort')}</span>
        <select value={by ?? 'name'} onChange={({ target: { value } }) => go({ by: value as typeof by })}>
          {sorts.map((each) => (
            <option key={each} value={each}>
              {t(`register.by.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <Checkbox checked={closed === true} onChange={({ target }) => go({ closed: target.checked || undefined })}>
        {t('register.closedOnes')}
      </Checkbox>
    </form>
  );
}

/** The whole of what was found, not only the page. */
function Export({ search, format }: { readonly search: RegisterSearch; readonly format: 'xlsx' | 'csv' }) {
  const { t } = useTranslation();
  const tier = useTier();
  const { page: _, by: __, ...filter } = search;
  const given = Object.entries({ ...filter, format }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return (
    <a className="no-print" href={`${readDoors[tier].sheet}?${new URLSearchParams(given)}`} download>
      {t(`register.export.${format}`)}
    </a>
  );
}
