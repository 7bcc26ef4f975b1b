/** One target (目标): what is to be reached and what came, its parts with their sum, what waits for a decision, and how it came to be. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import '../indicators/indicators.css';
import { ReasonDeed } from '../parts/reason-deed';
import { useMaySet } from '../indicators/rights';
import { Value } from '../indicators/value';
import { amount } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { percentOf } from '../tasks/divide';
import { Changes } from './changes';
import { Decomposition } from './decomposition';
import { History } from './history';
import { Outcome } from './outcome';
import { type Target, targetKey, targetQuery } from './target-data';

export function TargetPage() {
  const { id } = useParams({ from: '/inside/targets/$id' });
  const target = useQuery(targetQuery(id));
  if (target.isPending) return <Loading />;
  if (target.data === undefined) return <Wrong error={target.error} />;
  return <Page key={id} target={target.data} />;
}

function Page({ target }: { readonly target: Target }) {
  const { t } = useTranslation();
  const { id, indicatorId, name, unit, unionId, unionName, period, strength, direction, value, now, withdrawn } =
    target;
  const search = { period: period.name, unionId };
  const rate = direction === 'higher' && now !== null && Number(value) > 0 ? percentOf(now, value) : null;
  return (
    <article className="indicators">
      <p className="no-print">
        <Link to="/targets" search={{ period: period.name }}>
          {t('target.back')}
        </Link>
      </p>
      <h1>
        {name}{' '}
        <small>
          {unionName} · {period.name}
          {withdrawn && ` · ${t('target.withdrawn')}`}
        </small>
      </h1>
      <section className="target-now" aria-label={t('target.state')}>
        <p className="figure">
          <strong>
            {t(`target.${strength}.${direction}`, { value: amount(value) })} {unit}
          </strong>
        </p>
        <p>
          {t('target.nowIs')}
          <Value value={now} unit={unit} />
          {target.denominator !== null && (
            <>
              {' '}
              ({amount(target.numerator)} ÷ {amount(target.denominator)})
            </>
          )}
          {' · '}
          <Outcome outcome={target} />
        </p>
        {rate !== null && <progress max="100" value={rate} aria-label={t('target.progress', { rate })} />}
        <p>
          <Link to="/indicators/$id" params={{ id: indicatorId }} search={search}>
            {t('target.toIndicator')}
          </Link>
        </p>
      </section>
      <Deeds target={target} />
      {target.changing && <Changes id={id} waiting />}
      <section aria-label={t('target.definition')}>
        <h2>{t('target.definition')}</h2>
        <dl>
          <dt>{t('target.strength')}</dt>
          <dd>
            {t(`target.strengths.${strength}`)} {t(`indicator.direction.${direction}`)}
          </dd>
          <dt>{t('target.baseline')}</dt>
          <dd>
            {target.baseline === null ? (
              t('target.from.none')
            ) : (
              <>
                {amount(target.baseline.value)} {unit} · {target.baseline.source}
              </>
            )}
            {target.easierThanBaseline && <strong className="easy"> · {t('target.easier')}</strong>}
          </dd>
          <dt>{t('indicator.reason')}</dt>
          <dd>{target.reason}</dd>
        </dl>
      </section>
      <Decomposition target={target} />
      <History id={id} />
      <Changes id={id} />
    </article>
  );
}

function Deeds({ target: { id, withdrawn, changing } }: { readonly target: Target }) {
  const { t } = useTranslation();
  const maySet = useMaySet();
  if (!maySet || withdrawn || changing) return null;
  return (
    <div className="deeds no-print">
      <Link className="deed deed-quiet" to="/targets/$id/change" params={{ id }}>
        {t('target.propose')}
      </Link>
      <ReasonDeed
        open={t('target.giveUp')}
        done={t('target.proposed')}
        of={[targetKey]}
        reason={t('indicator.reason')}
        run={(reason) =>
          got(
            api.POST('/api/v1/district/targets/{id}/changes', {
              params: { path: { id } },
              body: { definition: null, reason },
            }),
          )
        }
      >
        {() => <p className="hint">{t('target.giveUpHelp')}</p>}
      </ReasonDeed>
    </div>
  );
}
