/** A supervision order (督办单): what it asks, its whole course, files and interviews; the deeds of both sides; on A4. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { isLower } from '../api/doors';
import { useMay, useMe, useTier } from '../api/me';
import { EntryFiles } from '../course/entry-files';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { orderQuery, supervisionKey } from './data';
import { Degree } from './degree';
import { lowerDoors, readDoors } from './doors';
import { Interviews } from './interview-list';
import { OrderDeeds } from './order-deeds';
import type { Answer } from './supervised-task';
import './supervision.css';

export function OrderPage() {
  const { id } = useParams({ from: '/inside/orders/$id' });
  const tier = useTier();
  const order = useQuery(orderQuery(tier, id));
  if (order.isPending) return <Loading />;
  if (order.data === undefined) return <Wrong error={order.error} />;
  return <Page order={order.data} />;
}

function Page({ order }: { readonly order: Schemas['OrderDetail'] }) {
  const { t } = useTranslation();
  const { union } = useMe();
  const tier = useTier();
  const may = useMay();
  const { id, status, limitOn, missedDays, taskId } = order;
  const answering = order.unionId === union.id && (status === 'signed' || status === 'returned') && may('order.answer');
  const address = readDoors[tier].order.replace('{id}', id);
  return (
    <article className="order">
      <h1>
        {t('supervision.order')} <small>{order.number}</small>
      </h1>
      <dl className="facts">
        <Fact label={t('supervision.to')}>
          {order.unionName}
          {order.leaderName !== null && ` · ${t('supervision.leader')} ${order.leaderName}`}
        </Fact>
        <Fact label={t('supervision.from')}>{order.issuerName}</Fact>
        <Fact label={t('supervision.degreeIs')}>
          <Degree degree={order.degree} />
        </Fact>
        <Fact label={t('supervision.limitOn')}>
          {limitOn}
          {missedDays > 0 && <span className="overdue"> {t('when.overdue', { count: missedDays })}</span>}
        </Fact>
        <Fact label={t('task.status')}>{t(`supervision.status.${status}`)}</Fact>
        {taskId !== null && (
          <Fact label={t('supervision.task')}>
            <Link to="/tasks/$id" params={{ id: taskId }}>
              {order.taskTitle}
            </Link>
          </Fact>
        )}
      </dl>
      <h2>{order.title}</h2>
      <p className="note">{order.requirement}</p>
      {order.cause === 'light' && (
        <p>{t('supervision.becauseRed', { behind: order.behind ?? '', days: order.overdueDays ?? 0 })}</p>
      )}
      <h2>{t('supervision.course')}</h2>
      <ol className="course">
        {order.steps.map(({ no, kind, officerName, at, words, degree, limitOn: until }) => (
          <li key={no}>
            <strong>{t(`supervision.step.${kind}`)}</strong> <Time at={at} /> {officerName ?? t('supervision.clock')}
            {kind === 'raised' && (
              <>
                {' '}
                <Degree degree={degree} />
              </>
            )}
            {(kind === 'issued' || kind === 'returned') && ` ${t('supervision.untilDay', { day: until })}`}
            {words !== null && <p className="note">{words}</p>}
          </li>
        ))}
      </ol>
      {(order.evidence.length > 0 || answering) && (
        <>
          <h2>{t('course.evidence')}</h2>
          <EntryFiles
            evidence={order.evidence}
            address={address}
            of={supervisionKey}
            adds={answering}
            remove={
              answering && isLower(tier)
                ? (evidenceId) =>
                    got(api.DELETE(lowerDoors[tier].file, { params: { path: { id, evidenceId } } }) as Promise<Answer>)
                : undefined
            }
          />
        </>
      )}
      {order.interviews.length > 0 && (
        <>
          <h2>{t('supervision.interviews')}</h2>
          <Interviews items={order.interviews} />
        </>
      )}
      <OrderDeeds order={order} />
      <div className="deeds no-print">
        <Button onClick={() => window.print()}>{t('supervision.print')}</Button>
        <Link className="deed deed-quiet" to="/orders">
          {t('supervision.orders')}
        </Link>
      </div>
      <p className="sign print-only">{t('supervision.signLine')}</p>
    </article>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
