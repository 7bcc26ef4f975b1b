/** Twelve months as a table with bars: it reads as well in black and white. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import { Wide } from '../parts/wide';

export function Months({ months }: { readonly months: readonly Schemas['BurdenMonth'][] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...months.map(({ asked }) => asked));
  return (
    <section>
      <h2>{t('burden.trend')}</h2>
      <Wide>
        <table className="grid months">
          <thead>
            <tr>
              <th scope="col">{t('burden.month')}</th>
              <th scope="col">{t('burden.asked')}</th>
              <th scope="col" className="right">
                {t('burden.twice')}
              </th>
              <th scope="col" className="right">
                {t('burden.minutes')}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, asked, twice, minutes }) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td>
                  <span className="bar" style={{ width: `${(100 * asked) / most}px` }} /> {asked}
                </td>
                <td className={twice > 0 ? 'right twice' : 'right'}>{twice}</td>
                <td className="right">{amount(minutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}
