/** 来件渠道: which platforms send cases, and what their codes mean here; kept and tried by the district's administrator. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay, useTier } from '../api/me';
import { Loading, Missing, Wrong } from '../parts/states';
import { sourcesQuery } from './matter-data';
import { SourceEditor } from './source-editor';
import './matter.css';

export function CaseSources() {
  const may = useMay();
  const tier = useTier();
  return tier === 'district' && may('case.define') ? <Sources /> : <Missing />;
}

function Sources() {
  const { t } = useTranslation();
  const sources = useQuery(sourcesQuery);
  if (sources.isPending) return <Loading />;
  if (sources.data === undefined) return <Wrong error={sources.error} />;
  const { items } = sources.data;
  return (
    <>
      <h1>{t('matter.sources')}</h1>
      <p className="hint">{t('matter.sourcesHint')}</p>
      {items.length === 0 && <p>{t('matter.noSources')}</p>}
      {items.map((source) => (
        <details key={source.id} className="case-source">
          <summary>
            {source.name} <code>{source.code}</code>{' '}
            {!source.active && <span className="tag tag-none">{t('matter.off')}</span>}
          </summary>
          <SourceEditor key={source.version} source={source} />
        </details>
      ))}
      <details className="case-source" open={items.length === 0}>
        <summary>{t('matter.add')}</summary>
        <SourceEditor key={items.length} source={null} />
      </details>
    </>
  );
}
