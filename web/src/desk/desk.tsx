/** 我的工作台: what I must do now, what is due soon, what waits on others; most of it done from here. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { roomsFor } from '../administration/rooms';
import { type Schemas, api, got } from '../api/client';
import { lowerDoors } from '../api/doors';
import { useMay, useMe, useTier } from '../api/me';
import { TodayStrip } from '../burden/today-strip';
import { amount } from '../parts/amount';
import { Due } from '../parts/due';
import { Light } from '../parts/light';
import { Loading, Wrong, useWords } from '../parts/states';
import { Time } from '../parts/time';

type Item = Schemas['DeskItem'];
export const deskKey = ['desk'];

export function Desk() {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const desk = useQuery({
    queryKey: deskKey,
    queryFn: () => got(api.GET('/api/v1/me/desk')),
    refetchOnWindowFocus: true,
    refetchInterval: 60_000,
  });
  if (desk.isPending) return <Loading />;
  if (desk.data === undefined) return <Wrong error={desk.error} />;
  const { today, now, soon, waiting, more } = desk.data;
  return (
    <>
      <h1>
        {t('menu.desk')} <small>{me.union.name}</small>
      </h1>
      {may('work.read') && me.union.tier !== 'community' && <TodayStrip />}
      <Part title={t('desk.now')} items={now} today={today} empty={t('desk.empty')} first />
      {may('work.read') ? (
        <>
          <Part title={t('desk.soon')} items={soon} today={today} empty={t('desk.nothingSoon')} />
          <Part title={t('desk.waiting')} items={waiting} today={today} empty={t('desk.nothingWaiting')} />
        </>
      ) : (
        <Rooms />
      )}
      {more && <p className="hint">{t('desk.more')}</p>}
    </>
  );
}

/** Whose work lies elsewhere finds his rooms here. */
function Rooms() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <section className="part">
      <h2>{t('administration.rooms')}</h2>
      <ul className="cards">
        {roomsFor(may).map(({ to, title, hint }) => (
          <li key={to} className="card">
            <div className="card-what">
              <Link className="plain" to={to}>
                {t(title)}
              </Link>{' '}
              <span className="hint">{t(hint)}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PartProps {
  title: string;
  items: Item[];
  today: string;
  empty: string;
  first?: boolean;
}

function Part({ title, items, today, empty, first }: PartProps) {
  const { t } = useTranslation();
  const sign = useSign();
  const unsigned = items.filter(({ kind }) => kind === 'sign');
  return (
    <section className="part">
      <h2>
        {title} <span className="count">{items.length}</span>
        {unsigned.length > 1 && (
          <Button size="small" loading={sign.isPending} onClick={() => sign.mutate(unsigned)}>
            {t('desk.signAll', { count: unsigned.length })}
          </Button>
        )}
      </h2>
      {items.length === 0 ? (
        <p className={first ? 'kind' : 'hint'}>{empty}</p>
      ) : (
        <ul className="cards">
          {items.map((item) => (
            <Card
              key={`${item.kind}${item.unionId}${item.taskId ?? ''}${item.reportId ?? ''}${item.assessmentId ?? ''}${item.orderId ?? item.ledgerId ?? item.caseId ?? item.formId ?? ''}${item.period ?? ''}`}
              item={item}
              today={today}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function Card({ item, today }: { item: Item; today: string }) {
  const { t } = useTranslation();
  const { union } = useMe();
  const { kind, unionId, unionName, dueOn, light, done, target, unit, reason, since, waitsDays } = item;
  return (
    <li className={`card card-${light ?? 'none'}`}>
      <div className="card-what">
        <span className="kind-tag">{t(`desk.kind.${kind}`)}</span> <Title item={item} />
        {unionId !== union.id && <span className="from"> {unionName}</span>}
        {reason !== null && <p className="reason">{kind === 'resubmit' ? t('desk.returned', { reason }) : reason}</p>}
      </div>
      <div className="card-figures">
        {target !== null && (
          <span className="figure">
            {amount(done)} / {amount(target)} {unit}
          </span>
        )}
        {waitsDays !== null && waitsDays > 0 && <span>{t('desk.waits', { count: waitsDays })}</span>}
        {light !== null && <Light light={light} />}
        {dueOn !== null ? <Due on={dueOn} today={today} /> : since !== null && <Time at={since} />}
      </div>
      <Deed item={item} />
    </li>
  );
}

function Title({ item: { taskId, title } }: { item: Item }) {
  if (taskId === null) return <strong>{title}</strong>;
  return (
    <Link className="card-title" to="/tasks/$id" params={{ id: taskId }}>
      {title}
    </Link>
  );
}

function Deed({ item }: { item: Item }) {
  const { t } = useTranslation();
  const sign = useSign();
  const { kind, taskId, reportId, assessmentId, orderId, ledgerId, caseId, formId, period } = item;
  if (kind === 'sign')
    return (
      <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate([item])}>
        {t('desk.kind.sign')}
      </Button>
    );
  if (kind === 'review')
    return (
      <Link className="deed" to="/review" search={{ report: reportId ?? undefined }}>
        {t('desk.kind.review')}
      </Link>
    );
  if (kind === 'selfScore' && assessmentId !== null)
    return (
      <Link className="deed" to="/self-scores/$id" params={{ id: assessmentId }}>
        {t('desk.kind.selfScore')}
      </Link>
    );
  if (assessmentId !== null)
    return (
      <Link
        className="deed"
        to={kind === 'score' ? '/assessments/$id/scoring' : '/assessments/$id'}
        params={{ id: assessmentId }}
        hash={kind === 'approve' ? 'entries' : undefined}
      >
        {t(`desk.kind.${kind}`)}
      </Link>
    );
  if (kind === 'extension')
    return (
      <Link className="deed" to="/extensions" search={{ of: 'toDecide' }}>
        {t('desk.kind.extension')}
      </Link>
    );
  if (kind === 'verification')
    return (
      <Link className="deed" to="/verifications" search={{ of: 'toDecide' }}>
        {t('desk.kind.verification')}
      </Link>
    );
  if (orderId !== null)
    return (
      <Link className="deed" to="/orders/$id" params={{ id: orderId }}>
        {t(`desk.kind.${kind}`)}
      </Link>
    );
  if (ledgerId !== null)
    return (
      <Link
        className="deed"
        to="/ledgers/$id"
        params={{ id: ledgerId }}
        search={{ state: kind === 'ledgerReview' ? 'submitted' : 'returned' }}
      >
        {t(`desk.kind.${kind}`)}
      </Link>
    );
  if (caseId !== null)
    return (
      <Link className="deed" to="/cases/$id" params={{ id: caseId }}>
        {t(`desk.kind.${kind}`)}
      </Link>
    );
  if (formId !== null && period !== null)
    return (
      <Link className="deed" to="/forms/$id/$period" params={{ id: formId, period }}>
        {t(`desk.kind.${kind}`)}
      </Link>
    );
  if (taskId === null) return null;
  const mine = kind === 'report' || kind === 'resubmit' || kind === 'handIn' || kind === 'cascade';
  return (
    <Link
      className={mine ? 'deed' : 'deed deed-quiet'}
      to="/tasks/$id"
      params={{ id: taskId }}
      hash={mine && kind !== 'cascade' ? 'report' : undefined}
    >
      {mine ? t(`desk.kind.${kind}`) : t('task.look')}
    </Link>
  );
}

/** Signs for one task or several; what could not be signed for is said and stays on the desk. */
function useSign() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const tier = useTier();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (items: readonly Item[]) => {
      if (tier === 'district') return;
      const signed: Item[] = [];
      const failed: unknown[] = [];
      for (const item of items) {
        try {
          await got(api.POST(lowerDoors[tier].signature, { params: { path: { id: item.taskId ?? '' } } }));
          signed.push(item);
        } catch (error) {
          failed.push(error);
        }
      }
      const [first] = signed;
      if (signed.length === 1 && first) void message.success(t('desk.signed', { title: first.title }));
      if (signed.length > 1) void message.success(t('desk.signedAll', { count: signed.length }));
      if (failed.length > 0) throw failed[0];
    },
    onError: (error) => void message.error(words(error)),
    onSettled: () => client.invalidateQueries({ queryKey: deskKey }),
  });
}
