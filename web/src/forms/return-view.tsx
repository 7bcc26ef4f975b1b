/** A return as it stands: its values, what was found and said, its history, and what the reader may do with it. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { Wide } from '../parts/wide';
import { useFinding } from './findings';
import { returnQuery } from './form-data';
import { ReturnDeeds } from './return-deeds';
import { Submissions } from './submissions';

type Texts = Readonly<Record<string, string>>;

export function ReturnView({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const inWords = useFinding();
  const found = useQuery(returnQuery(id));
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Wrong error={found.error} />;
  const { unionName, status, definition, findings, steps, timeliness, submittedAt, ...entry } = found.data;
  const [values, missing, before] = [entry.values, entry.missing, entry.before ?? {}] as [Texts, Texts, Texts];
  return (
    <section className="paper" aria-label={unionName}>
      <h2>
        {unionName} <span className={`form-status form-status-${status}`}>{t(`forms.status.${status}`)}</span>{' '}
        {timeliness !== null && <small>{t(`forms.standing.${timeliness}`)}</small>}{' '}
        {submittedAt !== null && (
          <small>
            <Time at={submittedAt} />
          </small>
        )}
      </h2>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th>{t('forms.cell')}</th>
              <th className="right">{t('forms.value')}</th>
              <th className="right">{t('forms.last')}</th>
            </tr>
          </thead>
          <tbody>
            {definition.cells.map(({ key, name, unit }) => (
              <tr key={key}>
                <th scope="row">{`${name}（${unit}）`}</th>
                <td className="right">
                  {values[key] === undefined ? (
                    <span className="form-missing">
                      {missing[key] === undefined ? t('forms.left') : t('forms.leftFor', { reason: missing[key] })}
                    </span>
                  ) : (
                    amount(values[key])
                  )}
                </td>
                <td className="right">{amount(before[key])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {findings.length > 0 && (
        <>
          <h3>{t('forms.findings')}</h3>
          <ul>
            {findings.map((finding) => (
              <li key={`${finding.kind}${finding.key}`}>
                {inWords(finding)}
                {finding.said !== null && <p className="note">{t('forms.saidTo', { words: finding.said })}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      <ReturnDeeds entry={found.data} />
      <Submissions id={id} definition={definition} />
      <h3>{t('forms.history')}</h3>
      <ol>
        {steps.map(({ kind, by, at, words }, no) => (
          <li key={`${no} ${kind}${at}`}>
            <strong>{t(`forms.step.${kind}`)}</strong> <Time at={at} /> {by}
            {words !== null && <p className="note">{words}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
