/** 考核记录 below a sheet: what happened to this union, and a form to record more. */
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { courseDoors } from './doors';
import { Entries } from './entries';
import { EntryForm } from './entry-form';
import { schemeIn } from './scheme-in';

interface Props {
  tier: UpperTier;
  assessment: Schemas['AssessmentDetail'];
  sheet: Schemas['ScoreSheetView'];
  scores: boolean;
}

export function SheetEntries({ tier, assessment, sheet, scores }: Props) {
  const { t } = useTranslation();
  const { assessmentId: id, unionId, criteria } = sheet;
  const { bonuses, penalties, vetoes = [] } = schemeIn(assessment);
  const choices = {
    occurrence: criteria.filter(({ grounds }) => grounds.length > 0),
    bonus: bonuses?.kinds ?? [],
    penalty: penalties?.kinds ?? [],
    veto: vetoes,
  };
  if (Object.values(choices).every((list) => list.length === 0)) return null;
  return (
    <section className="entries-part" aria-label={t('course.entries')}>
      <h2>{t('course.entries')}</h2>
      {scores && (
        <EntryForm
          choices={choices}
          words={{ open: t('course.record'), save: t('course.recordNow') }}
          of={['assessment', id]}
          save={(body) => got(api.POST(courseDoors[tier].record, { params: { path: { id, unionId } }, body }))}
        />
      )}
      <Entries tier={tier} id={id} unionId={unionId} scores={scores} />
    </section>
  );
}
