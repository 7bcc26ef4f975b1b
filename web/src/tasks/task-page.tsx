/** One task: what it asks, how it stands through the tiers, its signature, its division, its reports. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { TaskChasing } from '../chasing/task-chasing';
import type { Schemas } from '../api/client';
import { isLower, isUpper } from '../api/doors';
import { useMay, useMe, useTier } from '../api/me';
import { TaskLight } from '../lights/task-light';
import { Loading, Wrong, useWords } from '../parts/states';
import { SupervisedTask } from '../supervision/supervised-task';
import { Cascade } from './cascade';
import { Changes } from './changes';
import { Reporting } from './reporting';
import { Reports } from './reports';
import { RootDeeds } from './root-deeds';
import { Sign } from './sign';
import { boardTaskQuery, rowsQuery, sharesQuery, taskQuery } from './task-data';
import { TaskFacts } from './task-facts';
import './tasks.css';
import { Tree } from './tree';
import { type Why, whyNoDivision, whyNoReport } from './why';

export function TaskPage() {
  const { id } = useParams({ from: '/inside/tasks/$id' });
  const tier = useTier();
  const task = useQuery(taskQuery(tier, id));
  if (task.isPending) return <Loading />;
  if (task.data === undefined) return <Wrong error={task.error} />;
  return <Page key={id} task={task.data} />;
}

function Page({ task }: { readonly task: Schemas['TaskDetail'] }) {
  const { t } = useTranslation();
  const { union } = useMe();
  const tier = useTier();
  const may = useMay();
  const mine = task.unionId === union.id;
  const upper = isUpper(tier) && task.tier !== 'community';
  const shares = useQuery({ ...sharesQuery(tier, task.id), enabled: upper });
  const words = useWords();
  const { data: board, error: boardError } = useBoard(task);
  if (shares.isError && shares.data === undefined) return <Wrong error={shares.error} />;
  if (upper && shares.data === undefined) return <Loading />;
  const divided = (shares.data?.shares.length ?? 0) > 0;
  const noReport = whyNoReport({ task, mine, divided, may: may('report.write') });
  const noDivision = whyNoDivision({ task, may: may('task.assign') });
  const unsigned = mine && task.status === 'assigned';
  return (
    <>
      <h1>
        {task.title} <small>{task.programme}</small> {!mine && <small>{board?.task.unionName}</small>}
      </h1>
      {task.status === 'withdrawn' && <Alert type="warning" showIcon title={t('task.withdrawn')} />}
      <TaskFacts task={task} board={board} />
      {board === undefined && boardError !== null && <p className="wrong">{words(boardError)}</p>}
      {tier === 'district' && mine && task.status !== 'withdrawn' && may('task.assign') && <RootDeeds task={task} />}
      {unsigned && isLower(tier) && may('task.sign') && <Sign tier={tier} task={task} />}
      {unsigned && !may('task.sign') && <Hint deed="sign" why="role" />}
      {mine && isLower(tier) && noReport === null && <Reporting tier={tier} task={task} />}
      {task.tier !== 'district' && noReport !== null && noReport !== 'withdrawn' && (
        <Hint deed="report" why={noReport} />
      )}
      <TaskLight task={task} />
      {board !== undefined && board.task.children.length > 0 && <Tree task={board.task} />}
      {mine && isUpper(tier) && noDivision === null && shares.data && <Cascade tier={tier} shares={shares.data} />}
      {mine && isUpper(tier) && noDivision !== null && noDivision !== 'withdrawn' && (
        <Hint deed="divide" why={noDivision} />
      )}
      {task.tier !== 'district' && <Reports tier={tier} taskId={task.id} />}
      {task.tier !== 'district' && <TaskChasing task={task} />}
      <SupervisedTask task={task} />
      <Changes changes={task.changes} />
    </>
  );
}

/** The board's line of the task; a task just made and not divided yet may not be on the board. */
function useBoard(task: Schemas['TaskView']) {
  const client = useQueryClient();
  const known = client.getQueryData(rowsQuery(task.year).queryKey)?.tasks.some(({ taskId }) => taskId === task.id);
  const enabled = task.version > 1 || task.parentId !== null || known === true;
  return useQuery({ ...boardTaskQuery(task.id), enabled });
}

function Hint({ deed, why }: { readonly deed: 'sign' | 'report' | 'divide'; readonly why: Why }) {
  const { t } = useTranslation();
  const { officer } = useMe();
  const role = t(`role.${officer.role as 'viewer'}`);
  return (
    <p className="hint">
      {t(`why.deed.${deed}`)}：{t(`why.${why}`, { role })}
    </p>
  );
}
