/** 自动计数: what the platform counted, each with the order or the task it rests on. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';

export function Counted({ facts }: { facts: readonly Schemas['CountedFactView'][] }) {
  const { t } = useTranslation();
  if (facts.length === 0) return null;
  return (
    <section>
      <h3>{t('supervision.counted')}</h3>
      <ul>
        {facts.map(({ fact, id, day, words, taskId, orderId }) => (
          <li key={`${fact}${id}${day}`}>
            {day}{' '}
            {orderId !== null ? (
              <Link to="/orders/$id" params={{ id: orderId }}>
                {words}
              </Link>
            ) : taskId !== null ? (
              <Link to="/tasks/$id" params={{ id: taskId }}>
                {words}
              </Link>
            ) : (
              words
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
