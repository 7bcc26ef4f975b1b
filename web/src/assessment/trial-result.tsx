/** What a file would be as a scheme, or everything that has to be corrected in it first. */
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import type { Trial } from './taking-in';
import { useSaid } from './use-said';

export function TrialResult({ trial, fileName }: { trial: Trial; fileName: string }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { title, year, criteria, definition, errors } = trial;
  if (errors.length > 0) {
    return (
      <section className="trial trial-wrong">
        <h2>{t('schemes.wrong', { file: fileName, count: errors.length })}</h2>
        <ol>
          {errors.map(({ field, code, words }, no) => (
            <li key={`${field} ${code} ${no}`}>
              {said(words)} {!field.includes('!') && <code>{field}</code>}
            </li>
          ))}
        </ol>
        <p className="hint">{t('schemes.mend')}</p>
      </section>
    );
  }
  return (
    <section className="trial">
      <h2>{t('schemes.right', { file: fileName })}</h2>
      <dl className="trial-facts">
        <dt>{t('assessment.schemeTitle')}</dt>
        <dd>{title}</dd>
        <dt>{t('schemes.year')}</dt>
        <dd>{year}</dd>
        <dt>{t('assessment.fullMarks')}</dt>
        <dd>{amount(definition?.fullMarks)}</dd>
        <dt>{t('schemes.criteria')}</dt>
        <dd>{criteria}</dd>
      </dl>
    </section>
  );
}
