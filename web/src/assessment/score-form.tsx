/** What the office gives for a criterion (评分): kept as typed until it is saved, then on to what is still open. */
import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { useMe } from '../api/me';
import { typedOf } from '../course/given';
import { ScoreFields } from '../course/score-fields';
import { deskKey } from '../desk/desk';
import { amount } from '../parts/amount';
import { sheetQuery } from './assessment-data';
import { scoringDoors } from './doors';
import { limitsIn } from './inputs';
import { scoreKey } from './kept';

interface Props {
  tier: UpperTier;
  sheet: Schemas['ScoreSheetView'];
  criterion: Schemas['CriterionScoreView'];
  /** Saved: on to what is still open. */
  onDone: () => void;
}

/** The first field of the first criterion that has no points yet; false where there is none. */
export function focusScore(): boolean {
  const field = document.querySelector<HTMLInputElement>('form[data-open="true"] input');
  field?.focus();
  return field !== null;
}

export function ScoreForm({ tier, sheet: { assessmentId, unionId }, criterion, onDone }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { officer } = useMe();
  const { code, name, points, inputs, marks, scoredAt, review, final } = criterion;
  const savedAt = useRef<string>(undefined);
  // with the answer on the page and not after it: a quick hand is already on the next key
  useLayoutEffect(() => {
    if (savedAt.current !== scoredAt) return;
    savedAt.current = undefined;
    onDone();
  }, [scoredAt, onDone]);
  const limits = limitsIn(inputs) ?? { min: '0', max: marks };
  const save = async (body: Schemas['ScoreDto']) => {
    const path = { id: assessmentId, unionId, criterion: code };
    const sheet = await got(api.PUT(scoringDoors[tier].score, { params: { path }, body }));
    client.setQueryData(sheetQuery(tier, assessmentId, unionId).queryKey, sheet);
    savedAt.current = sheet.criteria.find((each) => each.code === code)?.scoredAt;
    void client.invalidateQueries({ queryKey: ['assessment', assessmentId] });
    void client.invalidateQueries({ queryKey: deskKey });
  };
  return (
    <ScoreFields
      id={scoreKey(officer.id, assessmentId, unionId, code)}
      label={`${t('assessment.score')} ${code} ${name}`}
      criterion={criterion}
      open={points === null}
      saved={typedOf(final ?? review)}
      limits={t('assessment.limits', { min: amount(limits.min), max: amount(limits.max) })}
      words={{ save: t('assessment.saveScore'), saved: t('assessment.scoreSaved') }}
      save={save}
    />
  );
}
