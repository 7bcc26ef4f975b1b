/** Figures whose sources changed after the report was approved, with both values. */
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import { Wide } from '../parts/wide';
import type { Report } from './annual-report-data';
import { FigureLink } from './figure-link';

export function Changed({ report: { figures, changed } }: { readonly report: Report }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('annual.changed', { count: changed })}</h2>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('annual.figure')}</th>
              <th scope="col" className="right">
                {t('annual.approvedValue')}
              </th>
              <th scope="col" className="right">
                {t('annual.valueNow')}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map(
              ({ code, name, value, words, now }) =>
                now !== null && (
                  <tr key={code}>
                    <th scope="row">
                      <FigureLink code={code}>{name}</FigureLink>
                    </th>
                    <td className="right">
                      {amount(value)} {words.unit}
                    </td>
                    <td className="right changed">
                      {amount(now.value)} {words.unit}
                    </td>
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}
