/** By what a target is divided: evenly, by members, or by what was done of another task. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { useWords } from '../parts/states';
import { evenly, inProportion } from './divide';
import { isMembership } from './membership';
import { boardTaskQuery, rowsQuery } from './task-data';

interface Props {
  readonly task: Schemas['TaskView'];
  readonly unionIds: readonly string[];
  /** What there is to divide. */
  readonly total: string;
  readonly onFill: (values: readonly string[]) => void;
}

export function Basis({ task, unionIds, total, onFill }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [asked, setYear] = useState<number>();
  const [chosen, setChosen] = useState('');
  const now = useQuery(rowsQuery(task.year));
  const last = useQuery(rowsQuery(task.year - 1));
  // last year, or where it has nothing to go by, this one
  const year = asked ?? (last.data?.tasks.length === 0 ? task.year : task.year - 1);
  const then = useQuery(rowsQuery(year));
  const others = (then.data?.tasks ?? []).filter(({ taskId }) => taskId !== task.id);
  const same = others.find(({ code }) => code !== null && code === task.code);
  const basis = others.find(({ taskId }) => taskId === chosen) ?? same ?? others[0];
  const members = [...(now.data?.tasks ?? []), ...others].find((one) => one.taskId !== task.id && isMembership(one));

  const follow = async (other: Schemas['BoardRow']) => {
    try {
      const { task: found } = await client.fetchQuery(boardTaskQuery(other.taskId));
      const done = new Map(found.children.map((row) => [row.unionId, row.done]));
      const values = inProportion(
        total,
        unionIds.map((id) => done.get(id) ?? null),
        task.measure.decimals,
      );
      if (values.every((value) => value === '')) void message.warning(t('cascade.noFigures', { title: other.title }));
      else onFill(values);
    } catch (error) {
      void message.error(words(error));
    }
  };
  return (
    <div className="basis">
      <Button onClick={() => onFill(evenly(total, unionIds.length, task.measure.decimals))}>
        {t('cascade.evenly')}
      </Button>
      {members !== undefined && (
        <Button
          title={t('cascade.byMembersHelp', { title: members.title, due: members.dueOn })}
          onClick={() => void follow(members)}
        >
          {t('cascade.byMembers')}
        </Button>
      )}
      <span className="basis-other">
        <label>
          <span className="sr">{t('cascade.basisYear')}</span>
          <Input
            className="year"
            type="number"
            min={1949}
            max={task.year}
            value={year}
            onChange={({ target: { value } }) => /^\d{4}$/.test(value) && setYear(Number(value))}
          />
        </label>
        <label>
          <span className="sr">{t('cascade.basisTask')}</span>
          <select value={basis?.taskId ?? ''} onChange={({ target: { value } }) => setChosen(value)}>
            {basis === undefined && (
              <option value="">
                {then.isPending ? t('said.loading') : then.error ? words(then.error) : t('cascade.noLike', { year })}
              </option>
            )}
            {others.map(({ taskId, title, measure }) => (
              <option key={taskId} value={taskId}>
                {title} ({measure.unit})
              </option>
            ))}
          </select>
        </label>
        <Button disabled={basis === undefined} onClick={() => basis && void follow(basis)}>
          {t('cascade.byDone')}
        </Button>
      </span>
    </div>
  );
}
