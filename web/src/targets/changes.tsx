/** 目标调整: what is proposed and waits for another person, and what was decided. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { indicatorKey } from '../indicators/indicator-data';
import { ReasonDeed } from '../parts/reason-deed';
import { useMayApprove, useMaySet } from '../indicators/rights';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { type Change, FEW, changesQuery, targetKey } from './target-data';

interface Props {
  readonly id: string;
  /** The one that waits, alone; else those that are decided. */
  readonly waiting?: boolean;
}

export function Changes({ id, waiting = false }: Props) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const changes = useQuery(changesQuery(id, waiting ? 1 : page));
  if (changes.isPending) return <Loading />;
  if (changes.data === undefined) return <Wrong error={changes.error} />;
  const { items, total } = changes.data;
  const shown = items.filter(({ status }) => (status === 'proposed') === waiting);
  if (shown.length === 0 && total <= FEW) return null;
  const title = t(waiting ? 'target.waiting' : 'target.decided');
  return (
    <section aria-label={title} className={waiting ? 'waiting paper' : ''}>
      <h2>{title}</h2>
      <ul className="changes">
        {shown.map((change) => (
          <li key={change.id}>
            <Said change={change} />
            {waiting && <Decide change={change} />}
          </li>
        ))}
      </ul>
      {!waiting && total > FEW && (
        <Pages
          page={page}
          size={FEW}
          total={total}
          words={t('target.changeCount', { count: total })}
          onPage={setPage}
        />
      )}
    </section>
  );
}

/** What it changes, and why. */
export function Said({ change }: { readonly change: Change }) {
  const { t, i18n } = useTranslation();
  const { value, easier, differences, reason, status, proposedBy, proposedAt } = change;
  const { decidedBy, decidedAt, decisionReason } = change;
  return (
    <>
      <p>
        <strong>{t(`target.status.${status}`)}</strong> · {proposedBy} <Time at={proposedAt} />：{reason}
        {easier && value !== null && <span className="easy"> · {t('target.easierThanNow')}</span>}
      </p>
      {value === null ? (
        <p>{t('target.wouldGiveUp')}</p>
      ) : (
        <ul>
          {differences.map(({ zh, en }) => (
            <li key={zh}>{i18n.language === 'zh' ? zh : en}</li>
          ))}
        </ul>
      )}
      {decidedAt !== null && (
        <p className="hint">
          {decidedBy} <Time at={decidedAt} />
          {decisionReason !== null && `：${decisionReason}`}
        </p>
      )}
    </>
  );
}

function Decide({ change: { id, own } }: { readonly change: Change }) {
  const { t } = useTranslation();
  const [mayApprove, maySet] = [useMayApprove(), useMaySet()];
  const at = { params: { path: { id } } };
  const of = [targetKey, indicatorKey];
  return (
    <div className="deeds no-print">
      {mayApprove && !own && (
        <>
          <ReasonDeed
            open={t('target.approve')}
            done={t('target.approved')}
            of={of}
            run={() => got(api.POST('/api/v1/district/target-changes/{id}/approval', at))}
            primary
          >
            {() => <p className="hint">{t('target.approveHelp')}</p>}
          </ReasonDeed>
          <ReasonDeed
            open={t('target.refuse')}
            done={t('target.refused')}
            of={of}
            reason={t('indicator.reason')}
            run={(reason) => got(api.POST('/api/v1/district/target-changes/{id}/refusal', { ...at, body: { reason } }))}
          />
        </>
      )}
      {own && <p className="hint">{t('target.own')}</p>}
      {maySet && own && (
        <ReasonDeed
          open={t('target.takeBack')}
          done={t('target.tookBack')}
          of={of}
          run={() => got(api.DELETE('/api/v1/district/target-changes/{id}', at))}
        />
      )}
    </div>
  );
}
