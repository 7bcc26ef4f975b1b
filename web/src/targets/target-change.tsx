/** Proposing a change of a target (申请调整目标): another value, baseline or other parts, with a reason; another person decides. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { indicatorQuery } from '../indicators/indicator-data';
import '../indicators/indicators.css';
import { Loading, Wrong } from '../parts/states';
import { type Target, targetQuery } from './target-data';
import { draftOf } from './target-draft';
import { TargetEditor } from './target-editor';

export function TargetChange() {
  const { id } = useParams({ from: '/inside/targets/$id/change' });
  const target = useQuery({ ...targetQuery(id), staleTime: Infinity });
  if (target.isPending) return <Loading />;
  if (target.data === undefined) return <Wrong error={target.error} />;
  return <Page target={target.data} />;
}

function Page({ target }: { readonly target: Target }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, name, unionId, unionName, period, direction, indicatorId } = target;
  const indicator = useQuery(indicatorQuery(indicatorId));
  if (indicator.isPending) return <Loading />;
  if (indicator.data === undefined) return <Wrong error={indicator.error} />;
  return (
    <article className="indicators">
      <p className="no-print">
        <Link to="/targets/$id" params={{ id }}>
          {t('target.backTo')}
        </Link>
      </p>
      <h1>
        {t('target.propose')}{' '}
        <small>
          {name} · {unionName} · {period.name}
        </small>
      </h1>
      <p className="hint">{t('target.proposeHelp')}</p>
      <TargetEditor
        start={draftOf(target)}
        about={{ indicatorId, period: period.name, unionId, direction }}
        indicator={indicator.data}
        button={t('target.sendProposal')}
        publish={async (definition, reason) => {
          await got(
            api.POST('/api/v1/district/targets/{id}/changes', {
              params: { path: { id } },
              body: { definition, reason },
            }),
          );
          await navigate({ to: '/targets/$id', params: { id } });
        }}
      />
    </article>
  );
}
