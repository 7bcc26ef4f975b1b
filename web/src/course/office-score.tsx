/** Who may score a criterion: of a named office only its officers, of a computed one nobody while there are facts. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { UpperTier } from '../api/doors';
import { useMe } from '../api/me';
import { officesQuery } from './course-data';

interface Props {
  tier: UpperTier;
  assessment: Pick<Schemas['AssessmentDetail'], 'id'>;
  criterion: Schemas['CriterionScoreView'];
  children: ReactNode;
}

const anybody: ReadonlySet<string> = new Set(['self', 'office', 'computed']);

export function OfficeScore({ tier, assessment: { id }, criterion, children }: Props) {
  const { t } = useTranslation();
  const { officer } = useMe();
  const { scorer, source, points, reason } = criterion;
  const named = !anybody.has(scorer);
  const { data } = useQuery({ ...officesQuery(tier, id), enabled: named });
  if (source === 'computed') {
    if (points !== null && reason === null) return null;
    return (
      <>
        <p className="hint">{t('course.noFacts')}</p>
        {children}
      </>
    );
  }
  if (!named) return children;
  const office = data?.items.find(({ code }) => code === scorer);
  if (office?.officers.some((one) => one.id === officer.id)) return children;
  return <p className="hint">{t('course.otherOffice', { office: office?.name ?? scorer })}</p>;
}
