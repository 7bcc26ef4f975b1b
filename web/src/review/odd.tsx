/** What is odd about a report, in words. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { oddities } from './oddities';

export function Odd({ report }: { readonly report: Schemas['ReportInList'] }) {
  const { t } = useTranslation();
  return (
    <span className="odd">
      {oddities(report).map((oddity) => (
        <span key={oddity} className={`tag tag-${oddity}`}>
          {t(`review.odd.${oddity}`)}
        </span>
      ))}
      {report.resubmitted && <span className="tag">{t('report.resubmitted')}</span>}
    </span>
  );
}
