/** 催办与提醒: what was told about a task, to whom and why, what comes next, and a word from above. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { isUpper } from '../api/doors';
import { type Tier, useMay, useMe, useTier } from '../api/me';
import { Time } from '../parts/time';
import './chasing.css';
import { chasingDoors } from './doors';
import { UrgeForm } from './urge-form';

const of = (id: string) => ({ params: { path: { id } } });

const remindersQuery = (tier: Tier, id: string) =>
  queryOptions({
    queryKey: ['task', id, 'reminders'],
    queryFn: () => got(api.GET(chasingDoors[tier].reminders, of(id))),
  });

const urgesQuery = (tier: Tier, id: string) =>
  queryOptions({
    queryKey: ['task', id, 'urges'],
    queryFn: () =>
      got(api.GET(chasingDoors[tier].urges, { params: { path: { id }, query: { page: 1, pageSize: 20 } } })),
  });

export function TaskChasing({ task }: { readonly task: Schemas['TaskDetail'] }) {
  const { t } = useTranslation();
  const tier = useTier();
  const may = useMay();
  const { union } = useMe();
  const reminders = useQuery(remindersQuery(tier, task.id));
  const urges = useQuery(urgesQuery(tier, task.id));
  const mayUrge = isUpper(tier) && task.unionId !== union.id && task.status !== 'withdrawn' && may('task.urge');
  const all = urges.data?.items ?? [];
  if (reminders.data === undefined) return null;
  return (
    <section aria-labelledby="chasing">
      <h2 id="chasing">{t('chasing.trace')}</h2>
      {mayUrge && <UrgeForm tier={tier} taskId={task.id} />}
      <Next next={reminders.data.next} hold={reminders.data.holdText} />
      {all.length > 0 && (
        <>
          <h3>{t('chasing.urges')}</h3>
          <ul className="changes">
            {all.map(({ id, at, by, byUnion, words, officers }) => (
              <li key={id}>
                <Time at={at} /> {byUnion} {by}：<strong>{words}</strong>{' '}
                <span className="hint">
                  {t('chasing.urgedFor', { names: officers.map(({ name }) => name).join('、') })}
                  {officers.some(({ toldAt }) => toldAt === null) && `（${t('chasing.waits')}）`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Sent reminders={reminders.data} />
    </section>
  );
}

function Next({ next, hold }: { readonly next: Schemas['NextReminderView'][]; readonly hold: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      {next.map(({ kind, day, why, whom }) => (
        <p key={kind}>
          {t('chasing.next')}：
          {t('chasing.nextOn', { day, why, whom: whom.map((each) => t(`chasing.whom.${each}`)).join('、') })}
        </p>
      ))}
      {hold !== null && <p className="hint">{hold}</p>}
      {hold === null && next.length === 0 && <p className="hint">{t('chasing.noNext')}</p>}
    </>
  );
}

function Sent({ reminders: { sent, more } }: { readonly reminders: Schemas['RemindersView'] }) {
  const { t } = useTranslation();
  if (sent.length === 0) return <p className="hint">{t('chasing.noneSent')}</p>;
  return (
    <details>
      <summary>
        {t('chasing.sent')} <span className="count">{sent.length}</span>
      </summary>
      <ul className="changes">
        {sent.map(({ kind, step, why, whom, officerName, unionName, at }) => (
          <li key={`${kind}${step}${officerName}${at}`}>
            <Time at={at} /> {unionName} {officerName}（{t(`chasing.whom.${whom}`)}）：{why}
          </li>
        ))}
      </ul>
      {more && <p className="hint">{t('chasing.sentMore')}</p>}
    </details>
  );
}
