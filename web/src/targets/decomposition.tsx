/** 目标分解: the parts of a target beside what came of each, and what they make together. */
import { useTranslation } from 'react-i18next';
import { Value } from '../indicators/value';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import { Wide } from '../parts/wide';
import { Check } from './check';
import { Outcome } from './outcome';
import type { Target } from './target-data';

export function Decomposition({ target }: { readonly target: Target }) {
  const { t } = useTranslation();
  const { unions, periods, unionCheck, periodCheck, shortfallReason, unit } = target;
  return (
    <>
      <Parts
        title={t('target.byUnion')}
        head={t('indicator.union')}
        rows={unions.map(({ unionId, unionName, ...part }) => ({ key: unionId, name: unionName, ...part }))}
        unit={unit}
        check={unionCheck}
      />
      <Parts
        title={t('target.byPeriod')}
        head={t('indicator.period')}
        rows={periods.map(({ period, ...part }) => ({ key: period, name: period, ...part }))}
        unit={unit}
        check={periodCheck}
      />
      {shortfallReason !== null && (
        <p>
          {t('target.shortfallReason')}
          {t('target.colon')}
          {shortfallReason}
        </p>
      )}
    </>
  );
}

interface Row extends Pick<Schemas['TargetUnionPartView'], 'value' | 'now' | 'state' | 'distance'> {
  readonly key: string;
  readonly name: string;
}

interface Props {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly Row[];
  readonly unit: string;
  readonly check: Schemas['TargetCheckView'] | null;
}

function Parts({ title, head, rows, unit, check }: Props) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col" className="right">
                {t('target.part')}
              </th>
              <th scope="col" className="right">
                {t('indicator.value')}
              </th>
              <th scope="col">{t('target.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                <td className="right">
                  {amount(row.value)} {unit}
                </td>
                <td className="right">
                  <Value value={row.now} unit={unit} />
                </td>
                <td>
                  <Outcome outcome={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <Check check={check} unit={unit} />
    </section>
  );
}
