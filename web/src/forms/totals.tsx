/** Σ of accepted returns (汇总) with what is missing beside it. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { Wide } from '../parts/wide';
import { totalsQuery } from './form-data';

interface Props {
  readonly id: string;
  readonly period: string;
  readonly unionId: string | undefined;
}

export function Totals({ id, period, unionId }: Props) {
  const { t } = useTranslation();
  const totals = useQuery(totalsQuery(id, period, unionId));
  if (totals.isPending) return <Loading />;
  if (totals.data === undefined) return <Wrong error={totals.error} />;
  const { cells, sums, lacking, branches } = totals.data;
  return (
    <section className="part" aria-label={t('forms.totals')}>
      <h2>{t('forms.totals')}</h2>
      <p className={lacking.unions === 0 ? 'hint' : 'form-lacking'}>
        {lacking.unions === 0
          ? t('forms.complete')
          : t('forms.lacking', {
              count: lacking.unions,
              waiting: lacking.waiting,
              names: lacking.names.join(t('forms.comma')),
            })}
      </p>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th>{t('forms.cell')}</th>
              <th className="right">{t('forms.together')}</th>
              <th className="right">{t('forms.given')}</th>
              <th className="right">{t('forms.pending')}</th>
              {branches.map((branch) => (
                <th key={branch.unionId} className="right">
                  {branch.unionName}
                  {branch.lacking > 0 && ` ${t('forms.lacks', { count: branch.lacking })}`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map(({ key, name, unit, kind }, no) => (
              <tr key={key}>
                <th scope="row">{`${name}（${unit}）`}</th>
                <td className="right">{kind === 'percent' ? t('forms.noSum') : amount(sums[no]?.sum)}</td>
                <td className="right">{sums[no]?.given}</td>
                <td className="right">{amount(sums[no]?.pending)}</td>
                {branches.map((branch) => (
                  <td key={branch.unionId} className="right">
                    {amount(branch.sums.find(({ cell }) => cell === key)?.sum)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}
