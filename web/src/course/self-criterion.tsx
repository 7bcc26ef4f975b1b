/** One criterion of one's own sheet: the rule, what the machine found, and the form to score oneself. */
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { LowerTier } from '../api/doors';
import { useMe } from '../api/me';
import { Grounds } from '../assessment/grounds';
import { scoreKey } from '../assessment/kept';
import { deskKey } from '../desk/desk';
import { chosen } from '../i18n/i18n';
import { amount } from '../parts/amount';
import { selfScoreQuery } from './course-data';
import { selfDoors } from './doors';
import { typedOf } from './given';
import { ScoreFields } from './score-fields';
import { Stages } from './stages';

interface Props {
  tier: LowerTier;
  sheet: Schemas['SelfScoreView'];
  criterion: Schemas['SelfCriterionView'];
  writes: boolean;
}

export function SelfCriterion({ tier, sheet, criterion, writes }: Props) {
  const { t } = useTranslation();
  const { code, name, marks, selfScored, scorer, points, explanation, rule, note, self, nextUnit } = criterion;
  const shown = self?.points ?? points;
  const whose = !selfScored ? 'byMachine' : scorer === 'self' ? 'mustScore' : 'mayScore';
  return (
    <article className="sheet-criterion">
      <h3>
        {code} {name}
        <span className={shown === null ? 'sheet-points tag tag-none' : 'sheet-points'}>
          {shown === null
            ? t('assessment.notScored', { marks: amount(marks) })
            : t('assessment.outOf', { points: amount(shown), marks: amount(marks) })}
        </span>
      </h3>
      <p className="hint">{t(`course.${whose}`)}</p>
      <p className="note">{explanation === null ? rule[chosen()] : explanation[chosen()]}</p>
      {note !== null && <p className="note hint">{note}</p>}
      {!selfScored && explanation === null && <p className="hint">{t('course.machineNothing')}</p>}
      {nextUnit !== null && (
        <p className="next-unit">
          {t('assessment.nextUnit')}
          {nextUnit.words[chosen()]}
        </p>
      )}
      <Grounds tier={tier} criterion={criterion} />
      <Stages criterion={{ ...criterion, review: null, final: null }} />
      {writes && selfScored && <Form {...{ tier, sheet, criterion }} />}
    </article>
  );
}

function Form({ tier, sheet: { assessmentId }, criterion }: Omit<Props, 'writes'>) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { officer } = useMe();
  const { code, name, marks, self } = criterion;
  const save = async (body: Schemas['ScoreDto']) => {
    const path = { assessmentId, criterion: code };
    const sheet = await got(api.PUT(selfDoors[tier].score, { params: { path }, body }));
    client.setQueryData(selfScoreQuery(tier, assessmentId).queryKey, sheet);
    void client.invalidateQueries({ queryKey: ['self-scores'], exact: true });
    void client.invalidateQueries({ queryKey: deskKey });
  };
  return (
    <ScoreFields
      id={scoreKey(officer.id, assessmentId, 'self', code)}
      label={`${t('course.selfScores')} ${code} ${name}`}
      criterion={criterion}
      open={self === null}
      saved={typedOf(self)}
      limits={t('assessment.limits', { min: '0', max: amount(marks) })}
      words={{ save: t('course.saveSelf'), saved: t('course.keptSelf') }}
      save={save}
    />
  );
}
