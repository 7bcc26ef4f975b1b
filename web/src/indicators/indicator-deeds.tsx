/** What the office does with an indicator: revise it, set a target, retire it, take it up again. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { indicatorKey } from './indicator-data';
import { ReasonDeed } from '../parts/reason-deed';
import { useMayDefine, useMaySet } from './rights';
import type { IndicatorSearch } from './routes';

interface Props {
  readonly indicator: Schemas['IndicatorDetail'];
  readonly search: IndicatorSearch;
}

export function IndicatorDeeds({ indicator: { id, retired }, search: { period, unionId } }: Props) {
  const { t } = useTranslation();
  const [mayDefine, maySet] = [useMayDefine(), useMaySet()];
  const at = { params: { path: { id } } };
  if (!mayDefine && !maySet) return null;
  return (
    <div className="deeds no-print">
      {mayDefine && !retired && (
        <Link className="deed deed-quiet" to="/indicators/$id/edit" params={{ id }}>
          {t('indicator.revise')}
        </Link>
      )}
      {maySet && !retired && (
        <Link className="deed deed-quiet" to="/targets/new" search={{ indicatorId: id, period, unionId }}>
          {t('target.new')}
        </Link>
      )}
      {mayDefine && !retired && (
        <ReasonDeed
          open={t('indicator.retire')}
          done={t('indicator.retiredIt')}
          of={[indicatorKey]}
          reason={t('indicator.reason')}
          run={(reason) => got(api.POST('/api/v1/district/indicators/{id}/retirement', { ...at, body: { reason } }))}
        >
          {() => <p className="hint">{t('indicator.retireHelp')}</p>}
        </ReasonDeed>
      )}
      {mayDefine && retired && (
        <ReasonDeed
          open={t('indicator.resume')}
          done={t('indicator.resumedIt')}
          of={[indicatorKey]}
          run={() => got(api.DELETE('/api/v1/district/indicators/{id}/retirement', at))}
        />
      )}
    </div>
  );
}
