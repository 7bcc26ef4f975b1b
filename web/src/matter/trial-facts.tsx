/** What a body of theirs would become. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { CaseMarks } from './case-marks';

export function TrialFacts({ trial }: { readonly trial: Schemas['CaseTrialView'] }) {
  const { t } = useTranslation();
  const facts: readonly (readonly [string, string])[] = [
    [t('matter.about'), trial.title],
    [t('matter.content'), trial.content],
    [t('matter.kindIs'), t(`matter.kind.${trial.kind}`)],
    [t('matter.programme'), trial.programme ?? '—'],
    [t('matter.union'), trial.unionName],
    [t('matter.dueOn'), trial.dueOn],
  ];
  return (
    <section role="status">
      <h2>{t('matter.becomes')}</h2>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <CaseMarks marks={trial.marks} />
    </section>
  );
}
