/** 工作动态: what happened in one's union and below, the newest first. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';

export function Feed() {
  const { t } = useTranslation();
  const feed = useInfiniteQuery({
    queryKey: ['feed'],
    queryFn: ({ pageParam }) =>
      got(api.GET('/api/v1/platform/feed', { params: { query: { limit: 50, after: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  if (feed.isPending) return <Loading />;
  if (feed.data === undefined) return <Wrong error={feed.error} />;
  const items = feed.data.pages.flatMap((page) => page.items);
  return (
    <>
      <h1>{t('feed.title')}</h1>
      {items.length === 0 && <p className="hint">{t('feed.empty')}</p>}
      <ol className="way">
        {items.map(({ id, at, text }) => (
          <li key={id}>
            <Time at={at} /> {text}
          </li>
        ))}
      </ol>
      {feed.hasNextPage ? (
        <Button loading={feed.isFetchingNextPage} onClick={() => void feed.fetchNextPage()}>
          {t('feed.more')}
        </Button>
      ) : (
        items.length > 0 && <p className="hint">{t('feed.end')}</p>
      )}
    </>
  );
}
