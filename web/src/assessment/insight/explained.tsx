/** One criterion explained: rule, arithmetic, what it rests on, who judged, and the next step. */
import { Counted } from './counted';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { chosen } from '../../i18n/i18n';
import { Entries, TasksOf } from './sources';
import type { SheetOf } from './insight-data';

interface Props {
  sheet: SheetOf;
  criterion: Schemas['ExplainedCriterionView'];
  sources: Schemas['SourcesView'];
}

export function Explained({ sheet, criterion, sources }: Props) {
  const { t } = useTranslation();
  const { rule, arithmetic, explanation, nextUnit, corrections } = criterion;
  return (
    <div className="explained">
      <dl>
        <dt>{t('insight.rule')}</dt>
        <dd>{rule[chosen()]}</dd>
        <dt>{t('insight.arithmetic')}</dt>
        <dd>
          {arithmetic === null ? t('insight.noPoints') : <code className="arithmetic">{arithmetic}</code>}
          <p className="note">{explanation[chosen()]}</p>
        </dd>
        <Judged criterion={criterion} />
        {corrections.map(({ at, old, new: now, byName, reason }) => (
          <dd key={at}>{t('insight.corrected', { old, new: now, name: byName, reason })}</dd>
        ))}
      </dl>
      {nextUnit !== null && (
        <p className="next-unit">
          {t('insight.next')}
          {nextUnit.words[chosen()]}
        </p>
      )}
      <TasksOf sheet={sheet} criterion={criterion} reports={sources.reports} />
      <Entries sheet={sheet} entries={sources.entries.filter(({ id }) => criterion.entryIds.includes(id))} />
      <Counted facts={criterion.facts} />
    </div>
  );
}

/** What counts, and the self-score where it does not. */
function Judged({ criterion: { judgement, self } }: Pick<Props, 'criterion'>) {
  const { t } = useTranslation();
  const beside = judgement?.stage === 'self' ? null : self;
  if (judgement === null && beside === null) return null;
  return (
    <>
      <dt>{t('insight.judged')}</dt>
      {judgement !== null && (
        <dd>
          <Given given={judgement} stage={judgement.stage} />
          {judgement.evidence.length > 0 && (
            <>
              {' '}
              {t('insight.evidence')}: {judgement.evidence.map(({ name }) => name).join(t('assessment.and'))}
            </>
          )}
        </dd>
      )}
      {beside !== null && (
        <dd>
          <Given given={beside} stage="self" />
        </dd>
      )}
    </>
  );
}

function Given({ given, stage }: { given: Schemas['StageScoreView']; stage: 'self' | 'review' | 'final' }) {
  const { t } = useTranslation();
  const { byName, points, reason, late } = given;
  return (
    <>
      {t('insight.judgedBy', { stage: t(`insight.stage.${stage}`), name: byName, points: points ?? '—', reason })}
      {late && <span className="tag tag-none"> {t('insight.late')}</span>}
    </>
  );
}
