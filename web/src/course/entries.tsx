/** 考核记录 of an assessment or of one sheet, for the office: recorded, proved, approved by a second person or refused. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { useMe } from '../api/me';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import './course.css';
import { ENTRIES_AT_ONCE, type EntryStatus, entriesQuery } from './course-data';
import { courseDoors } from './doors';
import { EntryCard } from './entry-card';
import { EntryFiles } from './entry-files';
import { ReasonForm } from './reason-form';
import { useDeed } from './use-deed';

const statuses: readonly EntryStatus[] = ['proposed', 'approved', 'refused', 'withdrawn'];

interface Props {
  tier: UpperTier;
  id: string;
  /** Of one sheet only. */
  unionId?: string;
  /** Whether one may decide now. */
  scores: boolean;
}

export function Entries({ tier, id, unionId, scores }: Props) {
  const { t } = useTranslation();
  const [status, setStatus] = useState<EntryStatus>();
  const [page, setPage] = useState(1);
  const entries = useQuery({
    ...entriesQuery(tier, id, { unionId, status, page }),
    placeholderData: keepPreviousData,
  });
  if (entries.isPending) return <Loading />;
  if (entries.data === undefined) return <Wrong error={entries.error} />;
  const { items, total } = entries.data;
  return (
    <>
      {(total > 0 || status !== undefined) && (
        <div className="filters no-print">
          <label>
            <span>{t('course.entryState')}</span>
            <select
              className="pick-one"
              value={status ?? ''}
              onChange={({ target }) => {
                setStatus((target.value || undefined) as EntryStatus | undefined);
                setPage(1);
              }}
            >
              <option value="">{t('course.anyStatus')}</option>
              {statuses.map((each) => (
                <option key={each} value={each}>
                  {t(`course.entryStatus.${each}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {items.length === 0 && <p className="hint">{t('course.noEntries')}</p>}
      <ul className="entry-list">
        {items.map((entry) => (
          <EntryCard key={entry.id} entry={entry} withUnion={unionId === undefined}>
            <Deeds tier={tier} entry={entry} scores={scores} />
          </EntryCard>
        ))}
      </ul>
      {total > ENTRIES_AT_ONCE && (
        <Pages
          page={page}
          size={ENTRIES_AT_ONCE}
          total={total}
          words={t('course.entryCount', { count: total })}
          onPage={setPage}
        />
      )}
    </>
  );
}

function Deeds({ tier, entry, scores }: { tier: UpperTier; entry: Schemas['EntryView']; scores: boolean }) {
  const { t } = useTranslation();
  const { officer } = useMe();
  const { id: entryId, assessmentId, evidence, status, kind, recordedBy, proposedByUnion } = entry;
  const path = { id: assessmentId, entryId };
  const of = ['assessment', assessmentId];
  const approve = useDeed({
    run: () => got(api.POST(courseDoors[tier].approval, { params: { path } })),
    done: t('course.approved'),
    of,
  });
  const withdraw = useDeed({ run: () => got(api.DELETE(courseDoors[tier].entry, { params: { path } })), of });
  const waits = status === 'proposed';
  const ours = scores && !proposedByUnion;
  const mine = recordedBy === officer.id && kind !== 'occurrence';
  const address = courseDoors[tier].entry.replace('{id}', assessmentId).replace('{entryId}', entryId);
  return (
    <>
      <EntryFiles
        {...{ evidence, address, of }}
        adds={ours && (waits || status === 'approved')}
        remove={
          ours && waits
            ? (evidenceId) => got(api.DELETE(courseDoors[tier].evidence, { params: { path: { ...path, evidenceId } } }))
            : undefined
        }
      />
      {scores && (waits || status === 'approved') && (
        <div className="deeds no-print">
          {waits && !mine && (
            <Button size="small" type="primary" loading={approve.isPending} onClick={() => approve.mutate()}>
              {t('course.approve')}
            </Button>
          )}
          {waits && mine && <span className="hint">{t('course.secondPerson')}</span>}
          {!mine && (
            <ReasonForm
              open={t(waits ? 'course.refuseEntry' : 'course.revoke')}
              label={t('course.entryReason')}
              of={of}
              run={(reason) => got(api.POST(courseDoors[tier].entryRefusal, { params: { path }, body: { reason } }))}
            />
          )}
          {waits && ours && (
            <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {t('course.withdraw')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
