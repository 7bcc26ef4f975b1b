/** 考核分组: which class each union stands in; by hand before publication. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { sheetsQuery } from '../assessment/assessment-data';
import { courseDoors } from './doors';
import { schemeIn } from './scheme-in';
import { useDeed } from './use-deed';

interface Props {
  tier: UpperTier;
  assessment: Schemas['AssessmentDetail'];
  conducts: boolean;
}

export function Classes({ tier, assessment, conducts }: Props) {
  const { t } = useTranslation();
  const { id, status } = assessment;
  const { classes = [] } = schemeIn(assessment);
  const { data: sheets = [] } = useQuery(sheetsQuery(tier, id));
  const place = useDeed<{ unionId: string; classCode: string | null }>({
    run: (one) => got(api.PUT(courseDoors[tier].classes, { params: { path: { id } }, body: { places: [one] } })),
    of: ['assessment', id],
  });
  if (classes.length === 0) return null;
  const open = sheets.filter(({ classCode }) => classCode === null).length;
  const changes = conducts && status === 'open';
  return (
    <details className="classes no-print" open={open > 0 && changes}>
      <summary>
        {t('course.classes')}{' '}
        {open > 0 && <span className="tag tag-none">{t('course.unplaced', { count: open })}</span>}
      </summary>
      {changes && <p className="hint">{t('course.classesHelp')}</p>}
      <ul className="class-list">
        {sheets.map(({ unionId, unionName, classCode }) => (
          <li key={unionId}>
            <label>
              <span>{unionName}</span>{' '}
              <select
                className="pick-one"
                disabled={!changes || place.isPending}
                value={classCode ?? ''}
                onChange={({ target }) => place.mutate({ unionId, classCode: target.value || null })}
              >
                <option value="">{t('course.noClass')}</option>
                {classes.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
