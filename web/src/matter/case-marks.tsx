/** What of a case could not be translated. */
import { useTranslation } from 'react-i18next';
import type { CaseRow } from './matter-data';

export function CaseMarks({ marks }: Pick<CaseRow, 'marks'>) {
  const { t } = useTranslation();
  return marks.map((mark) => (
    <span key={mark} className="tag tag-none">
      {t(`matter.mark.${mark}`)}
    </span>
  ));
}
