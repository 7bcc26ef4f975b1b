/** 变更历史: everything the target ever was, the latest first. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { FEW, versionsQuery } from './target-data';

export function History({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation();
  const [page, setPage] = useState(1);
  const versions = useQuery(versionsQuery(id, page));
  if (versions.isPending) return <Loading />;
  if (versions.data === undefined) return <Wrong error={versions.error} />;
  const { items, total } = versions.data;
  return (
    <section aria-label={t('target.history')}>
      <h2>{t('target.history')}</h2>
      <ol className="versions">
        {items.map(({ version, value, reason, setBy, approvedBy, setAt, differences }) => (
          <li key={version}>
            <strong>{t('target.versionIs', { version, value: amount(value) })}</strong>{' '}
            <span className="hint">
              {setBy}
              {approvedBy !== null && ` · ${t('target.approvedBy', { name: approvedBy })}`} <Time at={setAt} />：
              {reason}
            </span>
            {differences.length > 0 && (
              <ul>
                {differences.map(({ zh, en }) => (
                  <li key={zh}>{i18n.language === 'zh' ? zh : en}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {total > FEW && (
        <Pages
          page={page}
          size={FEW}
          total={total}
          words={t('indicator.versionCount', { count: total })}
          onPage={setPage}
        />
      )}
    </section>
  );
}
