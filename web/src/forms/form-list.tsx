/** 统计报表: the forms of the district with their periods; how the own union stands, and to tiers above how many reported. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { isUpper } from '../api/doors';
import { useMay, useTier } from '../api/me';
import { Loading, Wrong } from '../parts/states';
import { Wide } from '../parts/wide';
import { countsQuery, definitionsQuery, formsQuery, periodQuery, periodsQuery } from './form-data';
import { MyState } from './my-state';
import './forms.css';

const FEW = 3;
const MANY = 24;

export function FormList() {
  const { t } = useTranslation();
  const list = useQuery(formsQuery);
  const district = useTier() === 'district';
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Wrong error={list.error} />;
  const { items } = list.data;
  return (
    <article className="forms">
      <h1>{t('forms.title')}</h1>
      <p className="hint">{t('forms.hint')}</p>
      {district && <Definitions />}
      {items.length === 0 && <p className="hint">{t('forms.none')}</p>}
      {items.map((form) => (
        <Periods key={form.id} form={form} />
      ))}
    </article>
  );
}

/** For the district: what is defined, also what is no longer in use. */
function Definitions() {
  const { t } = useTranslation();
  const may = useMay();
  const { data } = useQuery(definitionsQuery);
  return (
    <nav className="form-definitions" aria-label={t('formDesign.definitions')}>
      {may('form.define') && (
        <Link className="deed" to="/forms/new">
          {t('formDesign.new')}
        </Link>
      )}
      {data !== undefined && data.items.length > 0 && (
        <details>
          <summary>{t('formDesign.definitions')}</summary>
          <ul>
            {data.items.map(({ id, name, version, lastPeriod }) => (
              <li key={id}>
                <Link to="/forms/$id/definition" params={{ id }}>
                  {name}
                </Link>{' '}
                <small className="hint">
                  {t('formDesign.version', { version })}
                  {lastPeriod !== null && ` · ${t('formDesign.retired')}`}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}

function Periods({ form: { id, name, programme, periodKind } }: { readonly form: Schemas['FormView'] }) {
  const { t } = useTranslation();
  const upper = isUpper(useTier());
  const [size, setSize] = useState(FEW);
  const periods = useQuery(periodsQuery(id, size));
  return (
    <section className="paper" aria-label={name}>
      <h2>
        {name}{' '}
        <small className="hint">
          {t(`forms.every.${periodKind}`)} · {programme}
        </small>
      </h2>
      {periods.data === undefined ? (
        periods.isPending ? (
          <Loading />
        ) : (
          <Wrong error={periods.error} />
        )
      ) : (
        <>
          <Wide>
            <table className="grid">
              <thead>
                <tr>
                  <th>{t('forms.period')}</th>
                  <th>{t('forms.opens')}</th>
                  <th>{t('forms.due')}</th>
                  <th>{t('forms.locks')}</th>
                  <th>{t('forms.stage')}</th>
                  <th>{t('forms.mine')}</th>
                  {upper && <CountHeads />}
                </tr>
              </thead>
              <tbody>
                {periods.data.items.map((period) => (
                  <PeriodRow key={period.period} id={id} period={period} upper={upper} />
                ))}
              </tbody>
            </table>
          </Wide>
          {periods.data.total > size && size < MANY && (
            <Button type="link" onClick={() => setSize(MANY)}>
              {t('forms.earlier')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function CountHeads() {
  const { t } = useTranslation();
  return (['expected', 'onTime', 'late', 'missing', 'exempted'] as const).map((key) => (
    <th key={key} className="right">
      {t(`forms.count.${key}`)}
    </th>
  ));
}

interface Row {
  readonly id: string;
  readonly period: Schemas['FormPeriodView'];
  readonly upper: boolean;
}

function PeriodRow({ id, period: { period, label, opensOn, dueOn, locksOn, stage }, upper }: Row) {
  const { t, i18n } = useTranslation();
  const own = useQuery(periodQuery(id, period));
  const counts = useQuery({ ...countsQuery(id, period), enabled: upper });
  return (
    <tr>
      <th scope="row">
        <Link to="/forms/$id/$period" params={{ id, period }}>
          {i18n.language === 'zh' ? label : period}
        </Link>
      </th>
      <td>{opensOn}</td>
      <td>{dueOn}</td>
      <td>{locksOn ?? t('forms.never')}</td>
      <td>
        <span className={`form-stage form-stage-${stage}`}>{t(`forms.is.${stage}`)}</span>
      </td>
      <td>{own.data !== undefined && <MyState mine={own.data.mine} />}</td>
      {upper &&
        (['expected', 'onTime', 'late', 'missing', 'exempted'] as const).map((key) => (
          <td key={key} className="right">
            {counts.data?.[key] ?? '…'}
          </td>
        ))}
    </tr>
  );
}
