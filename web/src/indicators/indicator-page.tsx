/** One indicator (指标): what it means, its value, how it went, what stands behind it and who is ahead. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading, Wrong } from '../parts/states';
import { Choices } from './choices';
import { Course } from './course';
import { Definition } from './definition';
import { indicatorQuery } from './indicator-data';
import { IndicatorDeeds } from './indicator-deeds';
import './indicators.css';
import { Ranks } from './ranks';
import { Trace } from './trace';
import { Versions } from './versions';

export function IndicatorPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/indicators/$id' });
  const search = useSearch({ from: '/inside/indicators/$id' });
  const navigate = useNavigate();
  const indicator = useQuery(indicatorQuery(id));
  if (indicator.isPending) return <Loading />;
  if (indicator.data === undefined) return <Wrong error={indicator.error} />;
  const { data } = indicator;
  const go = (part: typeof search) =>
    void navigate({ to: '/indicators/$id', params: { id }, search: { ...search, ...part } });
  const { period, unionId } = search;
  return (
    <article className="indicators">
      <p className="no-print">
        <Link to="/indicators" search={{ period, unionId }}>
          {t('indicator.back')}
        </Link>
      </p>
      <h1>
        {data.name} <small>{data.programme}</small>
        {data.retired && <small> · {t('indicator.retired')}</small>}
      </h1>
      <IndicatorDeeds indicator={data} search={{ period, unionId }} />
      {data.definition.about !== '' && <p className="note">{data.definition.about}</p>}
      <div className="filters no-print">
        <Choices search={search} go={go} />
      </div>
      <Trace key={`${id} ${period} ${unionId}`} id={id} search={{ period, unionId }} />
      <Course id={id} definition={data.definition} search={search} go={go} />
      <Ranks id={id} search={{ period, unionId }} />
      <Definition indicator={data} />
      <Versions key={`${id} versions`} id={id} />
    </article>
  );
}
