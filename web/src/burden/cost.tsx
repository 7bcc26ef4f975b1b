/** 下达前测算: what a task would cost those below, and who reports the same figure already. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { amount } from '../parts/amount';
import { useWords } from '../parts/states';

/** Duplicates shown before one asks for all. */
const FEW = 5;

interface Props {
  readonly tier: UpperTier;
  readonly asked: Schemas['CostDto'];
}

export function Cost({ tier, asked }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { data, error } = useQuery({
    queryKey: ['burden', 'cost', tier, asked],
    queryFn: () =>
      tier === 'district'
        ? got(api.POST('/api/v1/district/tasks/cost', { body: asked }))
        : got(api.POST('/api/v1/subdistrict/tasks/cost', { body: asked })),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (data === undefined) return error === null ? null : <p className="wrong">{words(error)}</p>;
  const { tasks, reporters, reportsEach, minutesEach, minutesOf, minutesPerMonth, lastMonth, askedLastMonth } = data;
  const { duplicates, duplicatesTotal } = data;
  return (
    <section className="cost" aria-label={t('burden.cost')}>
      <h3>{t('burden.cost')}</h3>
      <p>
        {t('burden.costTasks', { tasks, reporters, each: reportsEach })}{' '}
        {minutesOf === null
          ? t('burden.costUnknown')
          : t('burden.costMinutes', {
              of: t(`burden.costOf.${minutesOf}`),
              each: minutesEach,
              count: minutesPerMonth,
            })}{' '}
        {t('burden.costBefore', { month: lastMonth, count: askedLastMonth })}
      </p>
      {duplicatesTotal > 0 && (
        <details open={duplicatesTotal <= FEW}>
          <summary>{t('burden.duplicates', { count: duplicatesTotal })}</summary>
          <ul>
            {duplicates.map(({ unionId, unionName, taskId, title, askerName, dueOn, done, asOf, unit }) => (
              <li key={`${unionId}${taskId}`}>
                {t('burden.duplicate', { union: unionName, title, asker: askerName, due: dueOn })} ·{' '}
                {done === null ? t('burden.notYet') : t('burden.already', { asOf, done: amount(done), unit })}
              </li>
            ))}
          </ul>
          {duplicatesTotal > duplicates.length && (
            <p className="hint">{t('burden.moreDuplicates', { count: duplicatesTotal - duplicates.length })}</p>
          )}
        </details>
      )}
    </section>
  );
}
