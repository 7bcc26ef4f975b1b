/** How a message fares, in a word; how often it was tried and when it is tried next. */
import { useTranslation } from 'react-i18next';
import { Time } from '../parts/time';
import type { Message } from './log-data';

const looks: Record<Message['status'], string> = {
  waiting: 'tag',
  failed: 'tag tag-late',
  sent: 'tag tag-accepted',
  given_up: 'tag tag-returned',
  withdrawn: 'tag tag-none',
};

export function Status({ message: { status, attempts, nextAt } }: { message: Message }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={looks[status]}>{t(`dispatch.statuses.${status}`)}</span>
      {attempts > 1 && <> {t('dispatch.tries', { count: attempts })}</>}
      {status === 'failed' && nextAt !== null && (
        <>
          <br />
          <small className="hint">
            {t('dispatch.next')} <Time at={nextAt} />
          </small>
        </>
      )}
    </>
  );
}
