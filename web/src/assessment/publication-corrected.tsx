/** 更正: what an upheld appeal changed of a criterion, old beside new. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import { Time } from '../parts/time';
import { Moved } from './publication-standings';

export function Corrected({ corrections }: Pick<Schemas['CriterionScoreView'], 'corrections'>) {
  const { t } = useTranslation();
  if (corrections.length === 0) return null;
  return (
    <ul className="corrections">
      {corrections.map((each) => (
        <li key={each.appealId}>
          <strong>{t('publication.corrected')}</strong> <Moved was={amount(each.old)} is={amount(each.new)} /> ·{' '}
          {each.reason} · {each.byName} <Time at={each.at} />
        </li>
      ))}
    </ul>
  );
}
