/** 考核记录 about one's own union: what it proposed with evidence, and what was approved. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { LowerTier } from '../api/doors';
import { useMay } from '../api/me';
import { selfDoors } from './doors';
import { EntryCard } from './entry-card';
import { EntryFiles } from './entry-files';
import { EntryForm } from './entry-form';
import { useDeed } from './use-deed';

interface Props {
  tier: LowerTier;
  sheet: Schemas['SelfScoreView'];
}

export function SelfEntries({ tier, sheet: { assessmentId, entries, bonuses, criteria, step } }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const open = !['published', 'appeals', 'closed'].includes(step) && may('assessment.selfScore');
  const choices = {
    occurrence: criteria.filter(({ grounds }) => grounds.length > 0),
    bonus: bonuses.map(({ code, name, each, cap }) => ({ code, name, cap, ...(each === null ? {} : { each }) })),
  };
  if (entries.length === 0 && choices.occurrence.length === 0 && choices.bonus.length === 0) return null;
  return (
    <section className="entries-part" aria-label={t('course.entries')}>
      <h2>
        {t('course.entries')} <span className="count">{entries.length}</span>
      </h2>
      {open && (
        <EntryForm
          choices={choices}
          words={{ open: t('course.propose'), save: t('course.proposeNow'), help: t('course.proposeHelp') }}
          of={['self-scores']}
          save={(entry) => {
            const body = { ...entry, kind: entry.kind === 'occurrence' ? entry.kind : ('bonus' as const) };
            return got(api.POST(selfDoors[tier].entries, { params: { path: { assessmentId } }, body }));
          }}
        />
      )}
      <ul className="entry-list">
        {entries.map((entry) => (
          <EntryCard key={entry.id} entry={entry}>
            <Deeds tier={tier} entry={entry} open={open} />
          </EntryCard>
        ))}
      </ul>
    </section>
  );
}

function Deeds({ tier, entry, open }: { tier: LowerTier; entry: Schemas['EntryView']; open: boolean }) {
  const { t } = useTranslation();
  const { id: entryId, assessmentId, evidence, status, proposedByUnion } = entry;
  const path = { assessmentId, entryId };
  const of = ['self-scores'];
  const withdraw = useDeed({ run: () => got(api.DELETE(selfDoors[tier].entry, { params: { path } })), of });
  const ours = open && proposedByUnion && status === 'proposed';
  const address = selfDoors[tier].entry.replace('{assessmentId}', assessmentId).replace('{entryId}', entryId);
  return (
    <>
      <EntryFiles
        {...{ evidence, address, of }}
        adds={ours}
        remove={
          ours
            ? (evidenceId) => got(api.DELETE(selfDoors[tier].evidence, { params: { path: { ...path, evidenceId } } }))
            : undefined
        }
      />
      {ours && (
        <div className="deeds no-print">
          <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('course.withdraw')}
          </Button>
        </div>
      )}
    </>
  );
}
