/** Parts and criteria of a score sheet: points, why, what they rest on, and what one more unit would bring. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { Tier } from '../api/me';
import { chosen } from '../i18n/i18n';
import { amount } from '../parts/amount';
import { Stages } from '../course/stages';
import { Grounds } from './grounds';
import { Corrected } from './publication-corrected';
import { Explain } from './insight/explain';

type Criterion = Schemas['CriterionScoreView'];

interface Props {
  tier: Tier;
  sheet: Schemas['ScoreSheetView'];
  /** Of the headings of parts. */
  level: 2 | 3;
  /** Where the office scores: the form of a criterion. */
  children?: ((criterion: Criterion) => ReactNode) | undefined;
}

export function SheetBody({ tier, sheet, level, children }: Props) {
  const { parts, criteria } = sheet;
  const { t } = useTranslation();
  const Heading = level === 2 ? 'h2' : 'h3';
  const Inner = level === 2 ? 'h3' : 'h4';
  return parts.map((part) => (
    <section key={part.code} className="sheet-part" aria-label={part.name}>
      <Heading>
        {part.code} {part.name}{' '}
        <span className="count">
          {t('assessment.outOf', { points: amount(part.points), marks: amount(part.marks) })}
        </span>
      </Heading>
      {criteria
        .filter((criterion) => criterion.part === part.code)
        .map((criterion) => (
          <article key={criterion.code} className="sheet-criterion">
            <Inner>
              {criterion.code} {criterion.name}
              <span className={criterion.points === null ? 'sheet-points tag tag-none' : 'sheet-points'}>
                {criterion.points === null
                  ? t('assessment.notScored', { marks: amount(criterion.marks) })
                  : t('assessment.outOf', { points: amount(criterion.points), marks: amount(criterion.marks) })}
              </span>
            </Inner>
            <Corrected corrections={criterion.corrections} />
            <p className="note">{criterion.explanation[chosen()]}</p>
            {criterion.nextUnit !== null && (
              <p className="next-unit">
                {t('assessment.nextUnit')}
                {criterion.nextUnit.words[chosen()]}
              </p>
            )}
            <Grounds tier={tier} criterion={criterion} />
            <Explain tier={tier} sheet={sheet} criterion={criterion} />
            <Stages criterion={criterion} />
            {children?.(criterion)}
          </article>
        ))}
    </section>
  ));
}
