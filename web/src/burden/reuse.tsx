/** 沿用: values that were accepted for the same measure, taken over with one click; and where a value was taken from. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { type LowerTier, lowerDoors } from '../api/doors';
import { amount } from '../parts/amount';

interface Props {
  readonly tier: LowerTier;
  readonly taskId: string;
  readonly takenFrom: Schemas['TakenFromView'] | null;
  readonly busy: boolean;
  readonly onTake: (value: Schemas['ReusableValue']) => void;
  readonly onLeave: () => void;
}

export function Reuse({ tier, taskId, takenFrom, busy, onTake, onLeave }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['task', taskId, 'reusable'],
    queryFn: () => got(api.GET(lowerDoors[tier].reusable, { params: { path: { id: taskId } } })),
  });
  if (takenFrom !== null)
    return (
      <p>
        <TakenFrom from={takenFrom} />{' '}
        <Button size="small" disabled={busy} onClick={onLeave}>
          {t('burden.leave')}
        </Button>
      </p>
    );
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-label={t('burden.reuse')}>
      <p className="hint">{t('burden.reuse')}</p>
      <ul>
        {data.items.map((value) => (
          <li key={value.reportId}>
            {t('burden.reusable', {
              asOf: value.asOf,
              title: value.taskTitle,
              asker: value.assignerName,
              done: amount(value.done),
              unit: value.unit,
            })}{' '}
            <Button size="small" disabled={busy} onClick={() => onTake(value)}>
              {t('burden.take')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function TakenFrom({ from }: { readonly from: Schemas['TakenFromView'] }) {
  const { t } = useTranslation();
  return <>{t('burden.takenFrom', { title: from.taskTitle, asOf: from.asOf, done: amount(from.done) })}</>;
}
