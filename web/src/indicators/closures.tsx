/** 周期锁定: closed periods and those that were; closing one that is over, opening one again with a reason. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { wrongIn } from '../parts/field';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { Wide } from '../parts/wide';
import { FEW, closuresQuery, indicatorKey } from './indicator-data';
import './indicators.css';
import { thisYear } from './period';
import { PeriodChoice } from './period-choice';
import { ReasonDeed } from '../parts/reason-deed';
import { useMayClose } from './rights';

export function Closures() {
  const { t } = useTranslation();
  const may = useMayClose();
  const [page, setPage] = useState(1);
  const [period, setPeriod] = useState(String(Number(thisYear()) - 1));
  const list = useQuery(closuresQuery(page));
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Wrong error={list.error} />;
  const { items, total } = list.data;
  return (
    <article className="indicators">
      <p className="no-print">
        <Link to="/indicators">{t('indicator.back')}</Link>
      </p>
      <h1>{t('indicator.closures')}</h1>
      <p className="hint">{t('indicator.closuresHelp')}</p>
      {may && (
        <div className="deeds no-print">
          <ReasonDeed
            open={t('indicator.close')}
            done={t('indicator.closedIt')}
            of={[indicatorKey, ['targets']]}
            reason={t('indicator.reason')}
            run={(reason) => got(api.POST('/api/v1/district/indicator-closures', { body: { period, reason } }))}
            primary
          >
            {(error) => (
              <PeriodChoice
                label={t('indicator.closeWhich')}
                value={period}
                wrong={wrongIn(error, 'period')}
                onPeriod={setPeriod}
              />
            )}
          </ReasonDeed>
        </div>
      )}
      {items.length === 0 ? (
        <p>{t('indicator.noClosures')}</p>
      ) : (
        <Wide>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('indicator.period')}</th>
                <th scope="col">{t('indicator.standingIs')}</th>
                <th scope="col">{t('indicator.closedBy')}</th>
                <th scope="col">{t('indicator.reopenedBy')}</th>
                {may && <th scope="col">{t('indicator.deed')}</th>}
              </tr>
            </thead>
            <tbody>
              {items.map((closure) => (
                <Row key={closure.id} closure={closure} may={may} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      <Pages
        page={page}
        size={FEW}
        total={total}
        words={t('indicator.closureCount', { count: total })}
        onPage={setPage}
      />
    </article>
  );
}

function Row({ closure, may }: { readonly closure: Schemas['ClosureView']; readonly may: boolean }) {
  const { t } = useTranslation();
  const { id, period, reason, closedBy, closedAt, reopenedBy, reopenedAt, reopenedReason } = closure;
  return (
    <tr>
      <th scope="row">{period}</th>
      <td>{t(reopenedAt === null ? 'indicator.isClosed' : 'indicator.isOpen')}</td>
      <td>
        {closedBy} <Time at={closedAt} />：{reason}
      </td>
      <td>
        {reopenedAt === null ? (
          '—'
        ) : (
          <>
            {reopenedBy} <Time at={reopenedAt} />：{reopenedReason}
          </>
        )}
      </td>
      {may && (
        <td>
          {reopenedAt === null && (
            <ReasonDeed
              open={t('indicator.reopen')}
              named={t('indicator.reopenNamed', { period })}
              done={t('indicator.reopenedIt')}
              of={[indicatorKey, ['targets']]}
              reason={t('indicator.reason')}
              run={(why) =>
                got(
                  api.POST('/api/v1/district/indicator-closures/{id}/reopening', {
                    params: { path: { id } },
                    body: { reason: why },
                  }),
                )
              }
            />
          )}
        </td>
      )}
    </tr>
  );
}
