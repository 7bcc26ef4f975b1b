/** What a task asks and how it stands, in a few figures. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount, dayOf, percent } from '../parts/amount';
import { Due } from '../parts/due';
import { Light } from '../parts/light';
import { Time } from '../parts/time';

interface Props {
  readonly task: Schemas['TaskDetail'];
  readonly board: Schemas['BoardTaskView'] | undefined;
}

export function TaskFacts({ task, board }: Props) {
  const { t } = useTranslation();
  const row = board?.task;
  return (
    <>
      <dl className="facts">
        <Fact label={t('task.target')}>
          {t(`task.${task.strength}`)} {amount(task.target)} {task.measure.unit}
        </Fact>
        {row !== undefined && (
          <Fact label={t('board.done')}>
            {amount(row.done)} {task.measure.unit} ({percent(row.rate)}) <Light light={row.light} />
          </Fact>
        )}
        <Fact label={t('task.due')}>
          <Due on={task.dueOn} today={board && dayOf(board.asOf)} />
        </Fact>
        <Fact label={t('task.from')}>
          {task.startOn} – {task.dueOn}
          {task.firstDueOn !== null && (
            <small> {t('supervision.bothDays', { first: task.firstDueOn, now: task.dueOn })}</small>
          )}
        </Fact>
        {task.baseline !== null && <Fact label={t('task.baseline')}>{amount(task.baseline)}</Fact>}
        <Fact label={t('task.weight')}>{task.weight}</Fact>
        {task.milestones.length > 0 && (
          <Fact label={t('milestone.title')}>
            {task.milestones.map(({ on, percent: part }) => `${on} ${part}%`).join('；')}
          </Fact>
        )}
        {task.keptTarget !== null && <Fact label={t('task.kept')}>{amount(task.keptTarget)}</Fact>}
        {task.signedAt !== null && (
          <Fact label={t('task.signedAt')}>
            <Time at={task.signedAt} />
          </Fact>
        )}
      </dl>
      {task.description !== '' && (
        <p className="note">
          <strong>{t('task.description')}：</strong>
          {task.description}
        </p>
      )}
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
