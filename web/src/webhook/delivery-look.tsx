/** One delivery: what was sent and what came back at every try; delivered again, or passed over. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { exact } from '../parts/amount';
import { Loading, Wrong, useWords } from '../parts/states';
import { useEventWords, useReadWebhooksAgain, webhooksKey } from './webhook-data';

export function DeliveryLook({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const said = useEventWords();
  const again = useReadWebhooksAgain();
  const { message } = App.useApp();
  const params = { path: { id } };
  const asked = useQuery({
    queryKey: [...webhooksKey, 'delivery', id],
    queryFn: () => got(api.GET('/api/v1/webhook-deliveries/{id}', { params })),
  });
  const deed = useMutation({
    mutationFn: (which: 'replay' | 'skip') =>
      which === 'replay'
        ? got(api.POST('/api/v1/webhook-deliveries/{id}/replay', { params }))
        : got(api.POST('/api/v1/webhook-deliveries/{id}/skip', { params })),
    onSuccess: (_, which) => void message.success(t(`webhook.done.${which}`)),
    onError: (error) => void message.error(words(error)),
    onSettled: again,
  });
  if (asked.isPending) return <Loading />;
  if (asked.data === undefined) return <Wrong error={asked.error} />;
  const { type, number, state, body, attempts } = asked.data;
  return (
    <section className="paper entry" aria-label={said(type)}>
      <h2>
        {number ?? '—'} · {said(type)}
        <span className="grow" />
        <Button size="small" onClick={onClose}>
          {t('administration.audit.close')}
        </Button>
      </h2>
      <h3>{t('webhook.body')}</h3>
      <pre className="webhook-text">{body ?? '—'}</pre>
      {attempts.map(({ no, startedAt, headers, status, answer, error, milliseconds }) => (
        <article key={no}>
          <h3>
            {t('webhook.attempt', { no, at: exact(startedAt), milliseconds })} · {status ?? '—'} {error}
          </h3>
          <pre className="webhook-text">{headers}</pre>
          {answer !== null && answer !== '' && (
            <>
              <p>{t('webhook.answer')}</p>
              <pre className="webhook-text">{answer}</pre>
            </>
          )}
        </article>
      ))}
      {number !== null && (
        <p className="deeds">
          {state === 'waiting' ? (
            <Button loading={deed.isPending} onClick={() => deed.mutate('skip')}>
              {t('webhook.skip')}
            </Button>
          ) : (
            <Button type="primary" loading={deed.isPending} onClick={() => deed.mutate('replay')}>
              {t('webhook.replay')}
            </Button>
          )}
        </p>
      )}
    </section>
  );
}
