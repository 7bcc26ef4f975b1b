/** The last dozen of what happened. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { latestQuery } from './mirror-data';

export function Latest({ unionId }: { unionId: string }) {
  const { t } = useTranslation();
  const feed = useQuery(latestQuery(unionId));
  if (feed.isPending) return <Loading />;
  if (feed.data === undefined) return <Wrong error={feed.error} />;
  return (
    <section>
      <h2>{t('feed.title')}</h2>
      {feed.data.items.length === 0 && <p className="hint">{t('feed.empty')}</p>}
      <ol className="way">
        {feed.data.items.map(({ id, at, text }) => (
          <li key={id}>
            <Time at={at} /> {text}
          </li>
        ))}
      </ol>
      <Link to="/feed" className="no-print">
        {t('mirror.allFeed')}
      </Link>
    </section>
  );
}
