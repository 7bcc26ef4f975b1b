/** One task: what it asks, how it stands through the tiers, its signature, its division, its reports. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useParams } from '@tanstack/react-router';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { isLower, isUpper, lowerDoors } from '../api/doors';
import { useMay, useMe, useTier } from '../api/me';
import { BoardTable } from '../board/board-table';
import { deskKey } from '../desk/desk';
import { amount } from '../parts/amount';
import { Due } from '../parts/due';
import { Light } from '../parts/light';
import { Loading, Wrong, useWords } from '../parts/states';
import { Time } from '../parts/time';
import { Cascade } from './cascade';
import { ReportForm } from './report-form';
import { Reports } from './reports';
import { boardQuery, reportQuery, reportsQuery, sharesQuery, taskQuery } from './task-data';

export function TaskPage() {
  const { id } = useParams({ from: '/inside/tasks/$id' });
  const tier = useTier();
  const task = useQuery(taskQuery(tier, id));
  if (task.isPending) return <Loading />;
  if (task.data === undefined) return <Wrong error={task.error} />;
  return <Page key={id} task={task.data} />;
}

function Page({ task }: { task: Schemas['TaskDetail'] }) {
  const { t } = useTranslation();
  const { union } = useMe();
  const tier = useTier();
  const may = useMay();
  const mine = task.unionId === union.id;
  const shares = useQuery({ ...sharesQuery(tier, task.id), enabled: isUpper(tier) && mine });
  const board = useQuery(boardQuery(task.year));
  const row = board.data?.tasks.find(({ taskId }) => taskId === task.id);
  const today = board.data?.asOf.slice(0, 10);
  const alive = task.status !== 'withdrawn';
  const divided = (shares.data?.shares.length ?? 0) > 0;
  const reportsItself =
    alive && mine && isLower(tier) && task.status === 'signed' && (!divided || task.keptTarget !== null);
  const divides =
    alive && mine && isUpper(tier) && (tier === 'district' || task.status === 'signed') && may('task.assign');
  return (
    <>
      <h1>
        {task.title} <small>{task.programme}</small>
      </h1>
      {!alive && <Alert type="warning" showIcon title={t('task.withdrawn')} />}
      <dl className="facts">
        <Fact label={t('task.target')}>
          {t(`task.${task.strength}`)} {amount(task.target)} {task.measure.unit}
        </Fact>
        {row && (
          <Fact label={t('board.done')}>
            {amount(row.done)} {task.measure.unit}（{row.rate === null ? '—' : `${row.rate}%`}）{' '}
            <Light light={row.light} />
          </Fact>
        )}
        <Fact label={t('task.due')}>
          <Due on={task.dueOn} today={today} />
        </Fact>
        <Fact label={t('task.from')}>
          {task.startOn} – {task.dueOn}
        </Fact>
        {task.baseline !== null && <Fact label={t('task.baseline')}>{amount(task.baseline)}</Fact>}
        <Fact label={t('task.weight')}>{task.weight}</Fact>
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
      {alive && mine && task.status === 'assigned' && tier !== 'district' && may('task.sign') && <Sign task={task} />}
      {reportsItself && may('report.write') && <Reporting task={task} />}
      {row && row.children.length > 0 && (
        <section>
          <h2>{t('task.way')}</h2>
          <BoardTable rows={row.children} byUnion />
        </section>
      )}
      {divides && shares.data && isUpper(tier) && (
        <Cascade key={shares.data.allocated} tier={tier} shares={shares.data} />
      )}
      {isLower(tier) && mine && <Reports tier={tier} taskId={task.id} />}
      {task.changes.length > 0 && (
        <section>
          <h2>{t('task.changes')}</h2>
          <ul>
            {task.changes.map(({ field, before, after, reason, changedAt }) => (
              <li key={`${changedAt}${field}`}>
                <Time at={changedAt} /> {t(`task.change.${field as 'target'}`)} {before} → {after}：{reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sign({ task }: { task: Schemas['TaskDetail'] }) {
  const { t } = useTranslation();
  const tier = useTier();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sign = useMutation({
    mutationFn: async () => {
      if (!isLower(tier)) return;
      await got(api.POST(lowerDoors[tier].signature, { params: { path: { id: task.id } } }));
    },
    onSuccess: () => void message.success(t('desk.signed', { title: task.title })),
    onError: (error) => void message.error(words(error)),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['task', task.id] }),
        client.invalidateQueries({ queryKey: deskKey }),
      ]),
  });
  return (
    <Button type="primary" size="large" loading={sign.isPending} onClick={() => sign.mutate()}>
      {t('task.sign')}
    </Button>
  );
}

/** The form, once it is known whether a report is open. */
function Reporting({ task }: { task: Schemas['TaskDetail'] }) {
  const { t } = useTranslation();
  const tier = useTier();
  const reports = useQuery(reportsQuery(tier, task.id));
  const open = reports.data?.items.find(({ status }) => status !== 'accepted');
  const shown = useRef(false);
  const detail = useQuery({ ...reportQuery(tier, open?.id ?? ''), enabled: open !== undefined });
  if (!isLower(tier) || reports.data === undefined) return null;
  // typed upon what is at the server now, not upon what was read before
  if (!shown.current && open !== undefined && !detail.isFetchedAfterMount) return <Loading />;
  shown.current = open?.status !== 'submitted';
  if (open?.status === 'submitted') return <Alert type="info" showIcon title={t('report.submitted_')} />;
  const back = detail.data?.steps.findLast(({ kind }) => kind === 'returned');
  const accepted = reports.data.items.find(({ status }) => status === 'accepted')?.done ?? null;
  return (
    <section className="reporting">
      <h2>{t('report.title')}</h2>
      {open?.status === 'returned' && back?.reason && (
        <Alert type="warning" showIcon title={t('desk.returned', { reason: back.reason })} />
      )}
      <ReportForm
        key={reports.data.items.filter(({ status }) => status === 'accepted').length}
        tier={tier}
        task={task}
        open={open && detail.data}
        accepted={accepted}
      />
    </section>
  );
}
