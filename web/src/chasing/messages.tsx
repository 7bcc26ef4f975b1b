/** 我的消息: everything that was told me, the newest first, with what to open; and at which hour I want it. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { App, Button, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { useMay } from '../api/me';
import { Loading, Wrong, useWords } from '../parts/states';
import { Time } from '../parts/time';
import './chasing.css';
import { ReminderHour } from './reminder-hour';
import { messagesKey } from './unread';

type Message = Schemas['MessageView'];

export function Messages() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const unread = useSearch({ from: '/inside/messages' }).unread === true;
  const list = useInfiniteQuery({
    queryKey: [...messagesKey, 'list', unread],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) =>
      got(api.GET('/api/v1/me/messages', { params: { query: { unread, after, limit: 20 } } })),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const mark = useMark();
  const shown = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <h1>{t('chasing.messages')}</h1>
      <div className="filters">
        <Radio.Group
          optionType="button"
          aria-label={t('chasing.messages')}
          value={unread}
          options={[
            { value: false, label: t('chasing.all') },
            { value: true, label: t('chasing.unread') },
          ]}
          onChange={({ target }) =>
            void navigate({ to: '/messages', search: { unread: target.value === true || undefined }, replace: true })
          }
        />
        <Button loading={mark.isPending} onClick={() => mark.mutate(undefined)}>
          {t('chasing.readAll')}
        </Button>
      </div>
      {list.isPending && <Loading />}
      {list.isError && <Wrong error={list.error} />}
      {list.isSuccess && shown.length === 0 && (
        <p className="kind">{t(unread ? 'chasing.noneUnread' : 'chasing.none')}</p>
      )}
      <ul className="messages">
        {shown.map((message) => (
          <Told key={message.id} message={message} onRead={() => mark.mutate(message.id)} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('chasing.more')}
        </Button>
      )}
      <ReminderHour />
    </>
  );
}

function Told({ message, onRead }: { readonly message: Message; readonly onRead: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const { id, kind, title, items, more, createdAt, readAt } = message;
  const read = readAt !== null;
  const opens = may('work.read');
  return (
    <li className={read ? 'message' : 'message message-unread'} aria-labelledby={`message-${id}`}>
      <p className="message-head">
        <span className={`tag message-${kind}`}>{t(`chasing.kind.${kind}`)}</span>{' '}
        <strong id={`message-${id}`}>{items.length + more === 1 ? items[0]?.unionName : title}</strong>{' '}
        <Time at={createdAt} />
        {!read && (
          <Button size="small" onClick={onRead} aria-label={`${t('chasing.read')}：${title}`}>
            {t('chasing.read')}
          </Button>
        )}
      </p>
      <ul className="message-items">
        {items.map((item, no) => (
          // the same task may stand in one message twice, as a step and as an urge
          <li key={`${item.kind}${item.taskId}${no}`}>
            {opens && item.taskId !== null ? (
              <Link to="/tasks/$id" params={{ id: item.taskId }} onClick={read ? undefined : onRead}>
                {item.text}
              </Link>
            ) : (
              item.text
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="hint">{t('chasing.rest', { count: more })}</p>}
    </li>
  );
}

/** One message, or all of them. */
function useMark() {
  const client = useQueryClient();
  const words = useWords();
  const { message } = App.useApp();
  return useMutation<unknown, Error, string | undefined>({
    mutationFn: (id) =>
      id === undefined
        ? got(api.POST('/api/v1/me/messages/readings'))
        : got(api.POST('/api/v1/me/messages/{id}/reading', { params: { path: { id } } })),
    onError: (error) => void message.error(words(error)),
    onSettled: () => client.invalidateQueries({ queryKey: messagesKey }),
  });
}
