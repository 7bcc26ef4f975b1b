/** One period of a form: the own return where the union owes it, and what the unions below handed in. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isUpper } from '../api/doors';
import { useTier } from '../api/me';
import { Loading, Wrong } from '../parts/states';
import { Exceptions } from './exceptions';
import { formQuery, type Period, periodQuery } from './form-data';
import { MyState } from './my-state';
import { OwnReturn } from './own-return';
import { Overseen } from './overseen';
import { ReturnView } from './return-view';
import { WhyNot } from './why-not';
import './forms.css';

export function PeriodPage() {
  const { id, period } = useParams({ from: '/inside/forms/$id/$period' });
  const found = useQuery(periodQuery(id, period));
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Wrong error={found.error} />;
  return <Page key={`${id} ${period}`} id={id} period={found.data} />;
}

function Page({ id, period }: { readonly id: string; readonly period: Period }) {
  const { t, i18n } = useTranslation();
  const upper = isUpper(useTier());
  const search = useSearch({ from: '/inside/forms/$id/$period' });
  const form = useQuery(formQuery(id, period.version));
  if (form.isPending) return <Loading />;
  if (form.data === undefined) return <Wrong error={form.error} />;
  const { definition } = form.data;
  const { opensOn, dueOn, locksOn, stage, mine, label } = period;
  const back = { ...search, look: undefined };
  return (
    <article className="forms">
      <h1>
        {definition.name} <small>{i18n.language === 'zh' ? label : period.period}</small>
      </h1>
      <dl className="facts">
        <Fact label={t('forms.opens')}>{opensOn}</Fact>
        <Fact label={t('forms.due')}>{dueOn}</Fact>
        <Fact label={t('forms.locks')}>{locksOn ?? t('forms.never')}</Fact>
        <Fact label={t('forms.stage')}>
          <span className={`form-stage form-stage-${stage}`}>{t(`forms.is.${stage}`)}</span>
        </Fact>
        <Fact label={t('forms.mine')}>
          <MyState mine={mine} />
        </Fact>
      </dl>
      <WhyNot period={period} />
      {search.look !== undefined ? (
        <>
          <p>
            <Link to="/forms/$id/$period" params={{ id, period: period.period }} search={back}>
              {t('forms.backToPeriod')}
            </Link>
          </p>
          <ReturnView key={search.look} id={search.look} />
        </>
      ) : (
        <>
          {mine.owed && <OwnReturn id={id} period={period} definition={definition} />}
          <Exceptions id={id} period={period} />
          {upper && <Overseen id={id} period={period} />}
        </>
      )}
      <p className="no-print">
        <Link to="/forms">{t('forms.back')}</Link>
      </p>
    </article>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
