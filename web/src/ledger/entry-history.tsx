/** The history of an entry (流转记录): who did what when, and what it changed. */
import { useTranslation } from 'react-i18next';
import { Time } from '../parts/time';
import type { Entry } from './data';
import { said } from './said';

export function EntryHistory({ entry: { steps, definition, unions } }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const words = (key: string, value: unknown): string => {
    const field = definition.fields.find((each) => each.key === key);
    return (field === undefined ? '' : said(field, value, unions)) || '—';
  };
  return (
    <>
      <h2>{t('ledger.history')}</h2>
      <ol className="ledger-steps">
        {steps.map(({ kind, by, at, words: why, changes }) => (
          <li key={`${kind}${at}`}>
            <strong>{t(`ledger.step.${kind}`)}</strong> <Time at={at} /> {by}
            {why !== null && <p className="note">{why}</p>}
            {changes !== null && (
              <ul>
                {Object.entries(changes as Record<string, [unknown, unknown]>).map(([key, [before, after]]) => (
                  <li key={key}>
                    {definition.fields.find((each) => each.key === key)?.name ?? key}：{words(key, before)} →{' '}
                    {words(key, after)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
