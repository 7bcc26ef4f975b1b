/** Targets of a year: what was set, what came, reached or missed and by how much. */
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import { Wide } from '../parts/wide';
import type { Report, Target } from './annual-report-data';
import { FigureLink } from './figure-link';

interface Props {
  readonly report: Report;
  readonly title: string;
  readonly targets: readonly Target[];
  /** Of the year itself; the year after has only begun. */
  readonly judged: boolean;
}

export function Targets({ report: { figures }, title, targets, judged }: Props) {
  const { t } = useTranslation();
  const told = new Set(figures.map(({ code }) => code));
  const valued = (value: string | null, unit: string): string => (value === null ? '—' : `${amount(value)} ${unit}`);
  return (
    <section>
      <h2>{title}</h2>
      {targets.length === 0 ? (
        <p className="hint">{t('annual.noTargets')}</p>
      ) : (
        <Wide>
          <table className="grid" aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{t('annual.figure')}</th>
                <th scope="col">{t('annual.target')}</th>
                <th scope="col" className="right">
                  {t('annual.baseline')}
                </th>
                {judged && (
                  <>
                    <th scope="col" className="right">
                      {t('annual.reachedValue')}
                    </th>
                    <th scope="col">{t('annual.outcome')}</th>
                    <th scope="col" className="right">
                      {t('annual.distance')}
                    </th>
                  </>
                )}
              </tr>
            </thead>
            <tbody>
              {targets.map(
                ({ targetId, code, name, unit, text, strength, baseline, now, state, distance, ...target }) => (
                  <tr key={targetId}>
                    <th scope="row">{told.has(code) ? <FigureLink code={code}>{name}</FigureLink> : name}</th>
                    <td>
                      {text} <small>{t(`annual.strength.${strength}`)}</small>
                      {target.easierThanBaseline && <small className="changed">{t('annual.easier')}</small>}
                    </td>
                    <td className="right">{valued(baseline, unit)}</td>
                    {judged && (
                      <>
                        <td className="right">{valued(now, unit)}</td>
                        <td className={`outcome-${state}`}>{t(`annual.state.${state}`)}</td>
                        <td className="right">{valued(distance, unit)}</td>
                      </>
                    )}
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </Wide>
      )}
    </section>
  );
}
