/** 我的登录: where I am signed in; one or all others can be ended from here. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { Loading, Wrong, useWords } from '../parts/states';
import { Time } from '../parts/time';
import { Wide } from '../parts/wide';

const key = ['my-sessions'];

export function MySessions() {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sessions = useQuery({
    queryKey: key,
    queryFn: () => got(api.GET('/api/v1/me/sessions', { params: { query: { pageSize: 200 } } })),
    refetchOnWindowFocus: true,
  });
  const end = useMutation({
    mutationFn: (id: string | undefined) =>
      id === undefined
        ? got(api.DELETE('/api/v1/me/sessions'))
        : got(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => void message.success(t('administration.session.ended')),
    onError: (error) => void message.error(words(error)),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  if (sessions.isPending) return <Loading />;
  if (sessions.data === undefined) return <Wrong error={sessions.error} />;
  const { items, total } = sessions.data;
  return (
    <section>
      <h2>
        {t('administration.session.mine')} <span className="count">{total}</span>
        {total > 1 && (
          <Button size="small" loading={end.isPending} onClick={() => end.mutate(undefined)}>
            {t('administration.session.endOthers')}
          </Button>
        )}
      </h2>
      <p className="hint">{t('administration.session.hint')}</p>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th>{t('administration.session.device')}</th>
              <th>{t('administration.session.network')}</th>
              <th>{t('administration.session.opened')}</th>
              <th>{t('administration.session.seen')}</th>
              <th>{t('administration.session.expires')}</th>
              <th>{t('administration.deed_')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, device, network, openedAt, seenAt, expiresAt, current }) => (
              <tr key={id}>
                <th scope="row">
                  {device ?? t('administration.session.unknown')}
                  {current && ' '}
                  {current && <span className="tag tag-accepted">{t('administration.session.this')}</span>}
                </th>
                <td>{network}</td>
                <td>
                  <Time at={openedAt} />
                </td>
                <td>
                  <Time at={seenAt} />
                </td>
                <td>
                  <Time at={expiresAt} />
                </td>
                <td>
                  {current ? (
                    '—'
                  ) : (
                    <Button size="small" disabled={end.isPending} onClick={() => end.mutate(id)}>
                      {t('administration.session.end')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}
