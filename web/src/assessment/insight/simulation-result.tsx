/** The sheet as it would be, beside the sheet as it is. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { chosen } from '../../i18n/i18n';
import { amount } from '../../parts/amount';
import { Wide } from '../../parts/wide';

interface Props {
  simulation: Schemas['SimulationView'];
}

export function SimulationTotals({ simulation }: Props) {
  const { t } = useTranslation();
  const { before, points, difference, fullMarks } = simulation;
  return (
    <dl className="facts totals">
      <div>
        <dt>{t('insight.points')}</dt>
        <dd>
          {amount(before)} → <strong>{amount(points)}</strong> / {amount(fullMarks)} (
          <Change by={difference} />)
        </dd>
      </div>
      <Places simulation={simulation} />
    </dl>
  );
}

export function SimulationTable({ simulation: { criteria, whole, leftOut } }: Props) {
  const { t } = useTranslation();
  const changed = criteria.filter(({ difference, before, points }) => difference !== '0.00' && before !== points);
  return (
    <>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('assessment.criterion')}</th>
              {(['now', 'then', 'change'] as const).map((head) => (
                <th key={head} scope="col" className="right">
                  {t(`insight.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {criteria.map(({ code, name, before, points, difference }) => (
              <tr key={code}>
                <th scope="row">
                  {code} {name}
                </th>
                <td className="right">{amount(before)}</td>
                <td className="right">{amount(points)}</td>
                <td className="right">
                  <Change by={difference} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {changed.map(({ code, name, arithmetic }) => (
        <p key={code} className="note">
          {code} {name}: <code className="arithmetic">{arithmetic ?? '—'}</code>
        </p>
      ))}
      <p className="note">{whole.words[chosen()]}</p>
      {leftOut.length > 0 && (
        <section>
          <h2>{t('insight.leftOut')}</h2>
          <ul>
            {leftOut.map(({ code, name, words }) => (
              <li key={code}>
                {code} {name}: {words[chosen()]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Places({ simulation: { rank, classRank, grade } }: Props) {
  const { t } = useTranslation();
  const places = [
    ['rank', rank],
    ['classRank', classRank],
  ] as const;
  return (
    <>
      {places.map(
        ([key, place]) =>
          place !== null && (
            <div key={key}>
              <dt>{t(`insight.${key}`)}</dt>
              <dd>
                {place.before} → <strong>{t('insight.rankOf', { rank: place.after, of: place.of })}</strong>
              </dd>
            </div>
          ),
      )}
      {grade !== null && (
        <div>
          <dt>{t('insight.grade')}</dt>
          <dd>
            {grade.before ?? '—'} → <strong>{grade.after ?? '—'}</strong>
          </dd>
        </div>
      )}
    </>
  );
}

/** The sign says it too, so that it reads in black and white. */
function Change({ by }: { by: string | null }) {
  if (by === null) return '—';
  const kind = by.startsWith('+') ? 'more' : by.startsWith('-') ? 'fewer' : 'same';
  return <span className={`change change-${kind}`}>{by}</span>;
}
