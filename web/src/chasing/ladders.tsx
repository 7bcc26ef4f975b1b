/** 催办阶梯: how tasks and reviews are chased, set anew with a reason, and who would get what on which day. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loading, Wrong } from '../parts/states';
import './chasing.css';
import { LadderForm } from './ladder-form';
import { ladderQuery } from './ladder-data';

export function Ladders() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { kind = 'task', taskId } = useSearch({ from: '/inside/ladders' });
  const ladder = useQuery(ladderQuery(kind));
  return (
    <>
      <h1>{t('chasing.ladders')}</h1>
      <p className="hint">{t('chasing.laddersHint')}</p>
      <div className="filters">
        <Radio.Group
          optionType="button"
          aria-label={t('chasing.ladders')}
          value={kind}
          options={(['task', 'review'] as const).map((value) => ({ value, label: t(`chasing.ladder.${value}`) }))}
          onChange={({ target }) =>
            void navigate({
              to: '/ladders',
              search: { kind: target.value === 'review' ? 'review' : undefined, taskId },
              replace: true,
            })
          }
        />
      </div>
      {ladder.isPending && <Loading />}
      {ladder.isError && ladder.data === undefined && <Wrong error={ladder.error} />}
      {ladder.data !== undefined && (
        <LadderForm key={`${kind}${ladder.data.version}`} ladder={ladder.data} taskId={taskId} />
      )}
    </>
  );
}
