/** 核验: whether what was published is still what its digest says, in words. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpperTier } from '../api/doors';
import { useWords } from '../parts/states';
import { verificationQuery } from './publication-data';

export function Verification({ tier, id, no }: { tier: UpperTier; id: string; no: number }) {
  const { t } = useTranslation();
  const words = useWords();
  const [asked, setAsked] = useState(false);
  const check = useQuery({ ...verificationQuery(tier, id, no), enabled: asked });
  const broken = check.data?.broken ?? [];
  return (
    <div className="no-print" role="status">
      <Button
        loading={check.isFetching}
        onClick={() => {
          if (asked) void check.refetch();
          setAsked(true);
        }}
      >
        {t('publication.verify')}
      </Button>
      {check.isError && <Alert type="error" showIcon title={words(check.error)} />}
      {check.data !== undefined && !check.isFetching && (
        <Alert
          type={check.data.whole ? 'success' : 'error'}
          showIcon
          title={
            check.data.whole
              ? t('publication.whole', { count: check.data.sheets })
              : t('publication.broken', { count: broken.length })
          }
          description={
            broken.length > 0 && (
              <ul>
                {broken.map(({ part, unionId, unionName }) => (
                  <li key={unionId ?? part}>
                    {part === 'sheet'
                      ? t('publication.brokenSheet', { name: unionName ?? '' })
                      : t('publication.brokenItself')}
                  </li>
                ))}
              </ul>
            )
          }
        />
      )}
    </div>
  );
}
