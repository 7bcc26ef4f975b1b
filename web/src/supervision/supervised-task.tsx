/** How a task is held to its day (督办情况): both days, extensions, sending back, parking, orders; and the deeds. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { isLower, isUpper } from '../api/doors';
import { useMay, useMe, useTier } from '../api/me';
import { Time } from '../parts/time';
import { taskSupervisionQuery } from './data';
import { DeedLine } from './deed-line';
import { Degree } from './degree';
import { lowerDoors, upperDoors } from './doors';
import './supervision.css';

type Task = Schemas['TaskDetail'];

export function SupervisedTask({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  const tier = useTier();
  const { data } = useQuery(taskSupervisionQuery(tier, task.id));
  if (data === undefined) return null;
  const { extensions, sendBacks, orders, firstDueOn, parkedUntil, parkedReason } = data;
  return (
    <section className="supervised">
      <h2>{t('supervision.title')}</h2>
      {firstDueOn !== null && (
        <p>
          <strong>{t('supervision.bothDays', { first: firstDueOn, now: data.dueOn })}</strong>
        </p>
      )}
      {parkedUntil !== null && (
        <p className="parked">
          {t('supervision.parkedUntil', { day: parkedUntil })}：{parkedReason}
        </p>
      )}
      <ul className="changes">
        {extensions.map((each) => (
          <li key={each.id}>
            <Time at={each.requestedAt} /> {t('supervision.asked', { from: each.beforeOn, to: each.proposedOn })}：
            {each.reason} <span className="tag">{t(`supervision.extension.${each.status}`)}</span>{' '}
            {each.dueOn !== null && t('supervision.fixed', { day: each.dueOn })} {each.decisionReason}
          </li>
        ))}
        {sendBacks.map((each) => (
          <li key={each.id}>
            <Time at={each.sentAt} /> {t('supervision.sentBack')}：{each.reason}{' '}
            <span className="tag">{t(`supervision.sendBack.${each.status}`)}</span> {each.decisionReason}
          </li>
        ))}
        {orders.map((each) => (
          <li key={each.id}>
            <Time at={each.issuedAt} />{' '}
            <Link to="/orders/$id" params={{ id: each.id }}>
              {each.number} {each.title}
            </Link>{' '}
            <Degree degree={each.degree} /> {t(`supervision.status.${each.status}`)}
          </li>
        ))}
      </ul>
      <Deeds task={task} supervision={data} />
    </section>
  );
}

function Deeds({ task, supervision }: { readonly task: Task; readonly supervision: Schemas['TaskSupervisionView'] }) {
  const { t } = useTranslation();
  const { union } = useMe();
  const tier = useTier();
  const may = useMay();
  const { id, parentId, status } = task;
  if (status === 'withdrawn' || task.tier === 'district') return null;
  const mine = task.unionId === union.id;
  const given = task.assignerId === union.id && parentId !== null;
  const open = supervision.extensions.some((each) => each.status === 'requested');
  const sent = supervision.sendBacks.some((each) => each.status === 'sent');
  const reason = { name: 'reason', label: t('supervision.reason'), kind: 'area' } as const;
  const share = { params: { path: { id: parentId ?? '', shareId: id } } };
  return (
    <div className="deeds no-print">
      {mine && isLower(tier) && may('report.write') && status === 'signed' && !open && (
        <DeedLine
          open={t('supervision.apply')}
          done={t('supervision.applied')}
          lines={[
            {
              ...{ name: 'proposedOn', field: 'tasks[0].proposedOn', kind: 'day' },
              label: t('supervision.proposedOn'),
              help: t('supervision.applyHelp', { day: task.dueOn }),
            },
            reason,
          ]}
          run={(values) => {
            const tasks = [{ taskId: id, proposedOn: values.proposedOn ?? '' }];
            return got(api.POST(lowerDoors[tier].extensions, { body: { tasks, reason: values.reason ?? '' } }));
          }}
        />
      )}
      {mine && isLower(tier) && may('task.sign') && !sent && (
        <DeedLine
          open={t('supervision.sendItBack')}
          done={t('supervision.sentBack')}
          lines={[reason]}
          run={(values) =>
            got(
              api.POST(lowerDoors[tier].sendBacks, { params: { path: { id } }, body: { reason: values.reason ?? '' } }),
            )
          }
        />
      )}
      {given && isUpper(tier) && may('task.assign') && sent && (
        <DeedLine
          primary
          open={t('supervision.answerSendBack')}
          lines={[
            {
              ...{ name: 'outcome', label: t('supervision.answer'), kind: 'choice', start: 'accepted' },
              options: (['accepted', 'refused'] as const).map((value) => ({
                value,
                label: t(`supervision.sendBack.${value}`),
              })),
            },
            reason,
          ]}
          run={({ outcome, reason: why = '' }) =>
            got(
              api.POST(upperDoors[tier].sendBackDecision, {
                ...share,
                body: { outcome: outcome === 'refused' ? 'refused' : 'accepted', reason: why },
              }),
            )
          }
        />
      )}
      {given && isUpper(tier) && may('task.assign') && task.parkedUntil === null && (
        <DeedLine
          open={t('supervision.park')}
          done={t('supervision.parked')}
          lines={[{ name: 'until', label: t('supervision.until'), kind: 'day' }, reason]}
          run={({ until = '', reason: why = '' }) =>
            got(api.POST(upperDoors[tier].shareParking, { ...share, body: { until, reason: why } }))
          }
        />
      )}
      {given && isUpper(tier) && may('task.assign') && task.parkedUntil !== null && (
        <DeedLine
          open={t('supervision.unpark')}
          lines={[]}
          run={() => got(api.DELETE(upperDoors[tier].shareParking, share) as Promise<Answer>)}
        />
      )}
      {isUpper(tier) && may('order.issue') && !mine && (
        <Link className="deed deed-quiet" to="/orders/new" search={{ unionId: task.unionId, taskId: id }}>
          {t('supervision.issue')}
        </Link>
      )}
    </div>
  );
}

export interface Answer {
  data?: unknown;
  error?: unknown;
  response: Response;
}
