/** The bell (消息): how many messages one has not read; asked once a minute, and when something happens. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { unreadQuery } from './unread';

export function Bell() {
  const { t } = useTranslation();
  const { data } = useQuery(unreadQuery);
  const unread = data?.unread ?? 0;
  return (
    <Link
      to="/messages"
      className="bell"
      aria-label={unread > 0 ? t('chasing.bellUnread', { count: unread }) : t('chasing.bell')}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path
          fill="currentColor"
          d="M12 2a6 6 0 0 0-6 6v4.6L4.3 16a1 1 0 0 0 .9 1.5h13.6a1 1 0 0 0 .9-1.5L18 12.6V8a6 6 0 0 0-6-6Zm-2.4 17a2.5 2.5 0 0 0 4.8 0Z"
        />
      </svg>
      {unread > 0 && <span className="bell-count">{unread >= 100 ? '99+' : unread}</span>}
    </Link>
  );
}
