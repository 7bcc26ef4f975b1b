/** Whether marks add up, always in sight while they are typed. */
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import { sumOf } from './sums';

interface Props {
  whole: string;
  marks: readonly string[];
  kind: 'scheme' | 'part' | 'group';
}

export function SumLine({ whole, marks, kind }: Props) {
  const { t } = useTranslation();
  const { sum, whole: full, state, by } = sumOf(whole, marks);
  const word = {
    exact: t('assessment.sum.exact'),
    less: t('assessment.sum.less', { by: amount(by) }),
    over: t('assessment.sum.over', { by: amount(by) }),
    unread: t('assessment.sum.unread'),
  }[state];
  return (
    <span className={`sum sum-${state}`} role={kind === 'scheme' ? 'status' : undefined}>
      {t(`assessment.sum.${kind}`, {
        sum: amount(sum),
        whole: amount(full),
      })}{' '}
      <strong>{word}</strong>
    </span>
  );
}
