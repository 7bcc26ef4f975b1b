/** The tables of the fairness report: criteria with what they tell apart, scorers beside each other. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { amount, percent } from '../../parts/amount';
import { Wide } from '../../parts/wide';

export function Criteria({ criteria }: { criteria: readonly Schemas['CriterionFairnessView'][] }) {
  const { t } = useTranslation();
  const heads = ['lowest', 'mean', 'highest', 'deviation', 'scored'] as const;
  return (
    <section>
      <h2>{t('insight.criteria')}</h2>
      <Wide>
        <table className="grid wraps">
          <thead>
            <tr>
              <th scope="col">{t('assessment.criterion')}</th>
              <th scope="col" className="right">
                {t('assessment.marks')}
              </th>
              {heads.map((head) => (
                <th key={head} scope="col" className="right">
                  {t(`insight.${head}`)}
                </th>
              ))}
              <th scope="col">{t('insight.flags')}</th>
            </tr>
          </thead>
          <tbody>
            {criteria.map(({ code, name, marks, judged, flags, ...figures }) => (
              <tr key={code}>
                <th scope="row">
                  {code} {name} {judged && <small>{t('insight.judgedMark')}</small>}
                </th>
                <td className="right">{amount(marks)}</td>
                {heads.map((head) => (
                  <td key={head} className="right">
                    {amount(figures[head])}
                  </td>
                ))}
                <td className={flags.length > 0 ? 'flagged' : undefined}>
                  {flags.length === 0 ? t('insight.clear') : flags.map((flag) => t(`insight.flag.${flag}`)).join('; ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}

export function Scorers({ scorers, rule }: { scorers: readonly Schemas['ScorerFairnessView'][]; rule: string }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('insight.scorers')}</h2>
      <p className="hint">{rule}</p>
      {scorers.length === 0 ? (
        <p className="hint">{t('insight.noScorers')}</p>
      ) : (
        <Wide>
          <table className="grid wraps">
            <thead>
              <tr>
                <th scope="col">{t('insight.scorer')}</th>
                {(['sheets', 'scorings', 'meanShare', 'deviation', 'others', 'difference'] as const).map((head) => (
                  <th key={head} scope="col" className="right">
                    {t(`insight.${head}`)}
                  </th>
                ))}
                <th scope="col">{t('insight.flags')}</th>
              </tr>
            </thead>
            <tbody>
              {scorers.map(({ officerId, officer, sheets, scorings, mean, deviation, others, difference, apart }) => (
                <tr key={officerId}>
                  <th scope="row">{officer}</th>
                  <td className="right">{sheets}</td>
                  <td className="right">{scorings}</td>
                  <td className="right">{percent(mean)}</td>
                  <td className="right">{deviation}</td>
                  <td className="right">{percent(others?.mean)}</td>
                  <td className="right">{difference ?? '—'}</td>
                  <td className={apart ? 'flagged' : undefined}>{t(apart ? 'insight.apart' : 'insight.clear')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </section>
  );
}
