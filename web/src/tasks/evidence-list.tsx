/** The evidence of a report: pictures as pictures, the rest by name. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { isLower, readDoors } from '../api/doors';
import type { Tier } from '../api/me';
import { useWords } from '../parts/states';

interface Props {
  tier: Tier;
  report: Schemas['ReportDetail'];
  removable?: boolean;
}

export function EvidenceList({ tier, report, removable = false }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: async (evidenceId: string) => {
      if (!isLower(tier)) return;
      const path = { id: report.id, evidenceId };
      await (tier === 'community'
        ? got(api.DELETE('/api/v1/community/reports/{id}/evidence/{evidenceId}', { params: { path } }))
        : got(api.DELETE('/api/v1/subdistrict/reports/{id}/evidence/{evidenceId}', { params: { path } })));
    },
    onError: (error) => void message.error(words(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['report', report.id] }),
  });
  if (report.evidence.length === 0) return null;
  const base = readDoors[tier].report.replace('{id}', report.id);
  return (
    <ul className="evidence">
      {report.evidence.map(({ id, name, mediaType, size }) => {
        const href = `${base}/evidence/${id}`;
        const picture = /^image\/(png|jpeg|gif|webp)$/.test(mediaType);
        return (
          <li key={id}>
            <a href={href} download={name}>
              {picture && <img src={href} alt="" loading="lazy" width="120" height="90" />}
              <span>{name}</span>
            </a>
            <small>{size < 1_048_576 ? `${Math.ceil(size / 1024)} KB` : `${(size / 1_048_576).toFixed(1)} MB`}</small>
            {removable && (
              <button
                type="button"
                className="plain"
                aria-label={`${t('report.remove')} ${name}`}
                onClick={() => remove.mutate(id)}
              >
                ×
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
