/** How the words read with the real figures, and what they have otherwise than the standard ones. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading, Wrong } from '../parts/states';
import { LineChanges } from './line-changes';
import type { Trial } from './words-data';

export function WordsPreview({ trial }: { readonly trial: UseQueryResult<Trial> }) {
  const { t } = useTranslation();
  const { data } = trial;
  if (data === undefined) return trial.isError ? <Wrong error={trial.error} /> : <Loading />;
  const { title, sections, figures, differences } = data;
  const exactly = figures.filter((figure) => figure.exactly);
  return (
    <div className="words-preview">
      <h2>{t('annual.preview', { year: data.year })}</h2>
      {trial.isError && <Wrong error={trial.error} />}
      {exactly.length > 0 && (
        <p className="changed" role="status">
          {t('annual.exactlyThese', { figures: exactly.map(({ name, text }) => `${name}${text}`).join('、') })}
        </p>
      )}
      <section className="report-text" aria-label={t('annual.preview', { year: data.year })}>
        <h2>{title}</h2>
        {sections.map(({ level, heading, paragraphs }, no) => (
          <section key={no}>
            {level === 1 ? <h3>{heading}</h3> : <h4>{heading}</h4>}
            {paragraphs.map(({ parts }, at) => (
              <p key={at}>
                {parts.map(({ text, code }, place) =>
                  code === null ? (
                    text
                  ) : (
                    <strong key={place} title={code}>
                      {text}
                    </strong>
                  ),
                )}
              </p>
            ))}
          </section>
        ))}
      </section>
      <details>
        <summary>{t('annual.differences', { count: differences.length })}</summary>
        <LineChanges lines={differences} />
      </details>
    </div>
  );
}
