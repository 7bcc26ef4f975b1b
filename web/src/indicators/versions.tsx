/** 版本: every version of an indicator, from when it holds and what it changed. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { FEW, versionsQuery } from './indicator-data';

export function Versions({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation();
  const [page, setPage] = useState(1);
  const versions = useQuery(versionsQuery(id, page));
  if (versions.isPending) return <Loading />;
  if (versions.data === undefined) return <Wrong error={versions.error} />;
  const { items, total } = versions.data;
  return (
    <section aria-label={t('indicator.versions')}>
      <h2>{t('indicator.versions')}</h2>
      <ol className="versions">
        {items.map(({ version, holdsFrom, reason, publishedBy, publishedAt, differences }) => (
          <li key={version}>
            <strong>{t('indicator.versionFrom', { version, day: holdsFrom })}</strong>{' '}
            <span className="hint">
              {publishedBy} <Time at={publishedAt} />：{reason}
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
