/** One message that went out: its text, why, what the other side said; sent again when it was given up. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { Fact } from '../administration/fact';
import { exact } from '../parts/amount';
import { Loading, Wrong, useWords } from '../parts/states';
import { SOON_MS, logKey } from './log-data';
import { Status } from './status';
import { useWhy } from './why';

export function Look({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const why = useWhy();
  const client = useQueryClient();
  const { message } = App.useApp();
  const path = { path: { id } };
  const asked = useQuery({
    queryKey: [...logKey, 'one', id],
    queryFn: () => got(api.GET('/api/v1/dispatches/{id}', { params: path })),
    refetchInterval: ({ state }) => (state.data?.status === 'waiting' ? SOON_MS : false),
  });
  const again = useMutation({
    mutationFn: () => got(api.POST('/api/v1/dispatches/{id}/redelivery', { params: path })),
    onSuccess: () => void message.success(t('dispatch.sentAgain')),
    onError: (error) => void message.error(words(error)),
    onSettled: () => client.invalidateQueries({ queryKey: logKey }),
  });
  if (asked.isPending) return <Loading />;
  if (asked.data === undefined) return <Wrong error={asked.error} />;
  const { subject, text, target, officerName, unionName, reason, lastAnswer, sentAt, createdAt, status } = asked.data;
  return (
    <section className="paper entry" aria-label={subject}>
      <h2>
        {subject}
        <span className="grow" />
        <Button size="small" onClick={onClose}>
          {t('administration.audit.close')}
        </Button>
      </h2>
      <dl className="facts">
        <Fact label={t('dispatch.to')}>
          {unionName} · {officerName === null ? target : `${officerName}（${target}）`}
        </Fact>
        <Fact label={t('dispatch.why')}>{why(reason)}</Fact>
        <Fact label={t('dispatch.at')}>{exact(createdAt)}</Fact>
        <Fact label={t('dispatch.sentAt')}>{sentAt === null ? '—' : exact(sentAt)}</Fact>
        <Fact label={t('dispatch.status')}>
          <Status message={asked.data} />
        </Fact>
        <Fact label={t('dispatch.answer')}>
          <span className="words">{lastAnswer ?? '—'}</span>
        </Fact>
      </dl>
      <pre className="message-text">{text}</pre>
      <p className="deeds">
        {reason.taskIds.length === 1 && (
          <Link to="/tasks/$id" params={{ id: reason.taskIds[0] ?? '' }}>
            {t('dispatch.task')}
          </Link>
        )}
        {(status === 'given_up' || status === 'failed') && (
          <Button type="primary" loading={again.isPending} onClick={() => again.mutate()}>
            {t('dispatch.again')}
          </Button>
        )}
      </p>
    </section>
  );
}
