/** 组建率、入会率: gross and verified side by side, as of a day; down the tree, and at the bottom to the enterprises. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { useMe, useTier } from '../api/me';
import { amount, percent } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { Wide } from '../parts/wide';
import { type DerivedList, derivedQuery, type RatesSearch, ratesQuery } from './data';
import { KindFilter } from './kind-filter';
import './register.css';
import { Rooms } from './rooms';

type Rates = Schemas['EnterpriseRates'];
type Row = Pick<Rates, 'counts' | 'establishment' | 'membership' | 'unionName'>;

export function RatesPage() {
  const { t } = useTranslation();
  const tier = useTier();
  const me = useMe();
  const search = useSearch({ from: '/inside/enterprises/rates' });
  const navigate = useNavigate();
  const rates = useQuery(ratesQuery(tier, search));
  const go = (part: RatesSearch) => void navigate({ to: '/enterprises/rates', search: { ...search, ...part } });
  return (
    <div className="register">
      <h1>{t('register.rates')}</h1>
      <Rooms />
      <div className="filters no-print">
        <label>
          <span>{t('register.on')}</span>
          <Input
            type="date"
            value={search.on ?? ''}
            onChange={({ target: { value } }) => go({ on: value || undefined })}
          />
        </label>
        <KindFilter kind={search.kind} onChoose={(kind) => go({ kind })} />
        {search.unionId !== undefined && search.unionId !== me.union.id && (
          <Link to="/enterprises/rates" search={{ ...search, unionId: undefined }}>
            {t('register.back')}
          </Link>
        )}
      </div>
      {rates.isPending && <Loading />}
      {rates.data === undefined && !rates.isPending && <Wrong error={rates.error} />}
      {rates.data !== undefined && <Table rates={rates.data} search={search} />}
      {search.on !== undefined && <ListsOf on={search.on} />}
    </div>
  );
}

/** What was to look after on a day gone by; whoever looks, for his own union and all below it. */
function ListsOf({ on }: { readonly on: string }) {
  const { t } = useTranslation();
  const tier = useTier();
  const { data } = useQuery(derivedQuery(tier, on));
  if (data === undefined) return null;
  return (
    <section className="part">
      <h2>{t('register.onThatDay')}</h2>
      <ul className="history">
        {data.items.map(({ list, enterprises, workers }) => (
          <li key={list}>
            {t(`register.list.${list as DerivedList}`, { count: enterprises, workers: amount(workers) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Table({ rates, search }: { readonly rates: Rates; readonly search: RatesSearch }) {
  const { t } = useTranslation();
  const today = search.on === undefined;
  return (
    <>
      <p>{t('register.asOf', { day: rates.on })}</p>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('register.union')}</th>
              {(
                [
                  'preset',
                  'excluded',
                  'unionizedCount',
                  'gross',
                  'verified',
                  'workers',
                  'members',
                  'membershipGross',
                  'membership',
                ] as const
              ).map((name) => (
                <th key={name} scope="col" className="right">
                  {t(`register.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rates.rows.map((row) => (
              <tr key={row.unionId ?? 'own'}>
                <th scope="row">
                  {row.unionId === null ? (
                    t('register.own', { union: row.unionName })
                  ) : (
                    <Link to="/enterprises/rates" search={{ ...search, unionId: row.unionId }}>
                      {row.unionName}
                    </Link>
                  )}
                </th>
                <Figures
                  row={row}
                  kind={search.kind}
                  unionId={today && row.unionId !== null ? row.unionId : undefined}
                />
              </tr>
            ))}
            <tr>
              <th scope="row">{t('register.sum', { union: rates.unionName })}</th>
              <Figures row={rates} kind={search.kind} unionId={today ? rates.unionId : undefined} />
            </tr>
          </tbody>
        </table>
      </Wide>
      <p className="hint">{t('register.ratesHelp')}</p>
      {rates.counts.uncounted > 0 && (
        <p className="hint">{t('register.uncounted', { count: rates.counts.uncounted })}</p>
      )}
    </>
  );
}

/** Today's figures lead to the enterprises they are counted from. */
function Figures({
  row: { counts, establishment, membership },
  unionId,
  kind,
}: {
  readonly row: Row;
  readonly kind: RatesSearch['kind'];
  readonly unionId: string | undefined;
}) {
  const { verified, gross } = establishment;
  const to = (value: number, filter: object) =>
    unionId === undefined ? (
      amount(value)
    ) : (
      <Link to="/enterprises" search={{ unionId, kind, ...filter }}>
        {amount(value)}
      </Link>
    );
  return (
    <>
      <td className="right">{to(counts.preset, {})}</td>
      <td className="right">{to(counts.excluded, { standing: 'excluded' })}</td>
      <td className="right">{to(counts.unionizedVerified, { standing: 'normal', unionized: true })}</td>
      <td className="right" title={`${gross.numerator} / ${gross.denominator}`}>
        {percent(gross.percent)}
      </td>
      <td className="right" title={`${verified.numerator} / ${verified.denominator}`}>
        <strong>{percent(verified.percent)}</strong>
      </td>
      <td className="right">{amount(counts.workersVerified)}</td>
      <td className="right">{amount(counts.membersVerified)}</td>
      <td className="right" title={`${membership.gross.numerator} / ${membership.gross.denominator}`}>
        {percent(membership.gross.percent)}
      </td>
      <td className="right" title={`${membership.verified.numerator} / ${membership.verified.denominator}`}>
        <strong>{percent(membership.verified.percent)}</strong>
      </td>
    </>
  );
}
