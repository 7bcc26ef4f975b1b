/** Reading, failed, not there. */
import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { Alert, Button, Spin } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '../api/client';
import { meQuery } from '../api/me';

export function Loading() {
  const { t } = useTranslation();
  return (
    <div className="state" role="status">
      <Spin /> <span>{t('said.loading')}</span>
    </div>
  );
}

export function useWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof Problem && error.message !== '') {
      const fields = error.errors.map(({ message }) => message).filter((words) => words !== error.message);
      return [error.message, ...fields].join(' ');
    }
    return error instanceof Unreachable ? t('said.unreachable') : t('said.failed');
  };
}

export function Wrong({ error, reset }: { error: unknown; reset?: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const router = useRouter();
  const client = useQueryClient();
  const ended = error instanceof Problem && error.status === 401;
  useEffect(() => {
    if (!ended) return;
    client.setQueryData(meQuery.queryKey, null);
    const { href, pathname } = router.latestLocation;
    if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { from: href } });
  }, [ended, client, router]);
  const again = () => {
    reset?.();
    void client.invalidateQueries();
    void router.invalidate();
  };
  return (
    <div className="state">
      <Alert type="error" showIcon title={words(error)} action={<Button onClick={again}>{t('said.retry')}</Button>} />
    </div>
  );
}

export function Missing() {
  const { t } = useTranslation();
  return (
    <div className="state">
      <p>{t('said.notFound')}</p>
      <Link to="/">{t('said.home')}</Link>
    </div>
  );
}
