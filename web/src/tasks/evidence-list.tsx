/** The evidence of a report: pictures open large, the rest is downloaded by name. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { isLower, readDoors } from '../api/doors';
import type { Tier } from '../api/me';
import { useWords } from '../parts/states';
import { Lightbox } from './lightbox';
import './tasks.css';

interface Props {
  readonly tier: Tier;
  readonly report: Schemas['ReportDetail'];
  readonly removable?: boolean;
}

export const sizeOf = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

const isPicture = (mediaType: string): boolean => /^image\/(png|jpeg|gif|webp|bmp)$/.test(mediaType);

/** Where the server makes a small picture, the whole photograph is not loaded for a preview. */
const smallOf = (href: string, mediaType: string): string => (mediaType === 'image/bmp' ? href : `${href}/thumbnail`);

export function EvidenceList({ tier, report, removable = false }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [at, setAt] = useState<number>();
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
  const pictures = report.evidence
    .filter(({ mediaType }) => isPicture(mediaType))
    .map(({ id, name }) => ({ id, name, href: `${base}/evidence/${id}` }));
  return (
    <>
      <ul className="evidence">
        {report.evidence.map(({ id, name, mediaType, size }) => {
          const href = `${base}/evidence/${id}`;
          return (
            <li key={id}>
              {isPicture(mediaType) ? (
                <button
                  type="button"
                  className="picture"
                  aria-label={t('evidence.enlarge', { name })}
                  onClick={() => setAt(pictures.findIndex((picture) => picture.id === id))}
                >
                  <img src={smallOf(href, mediaType)} alt="" loading="lazy" width="120" height="90" />
                </button>
              ) : (
                <span className="file-kind" aria-hidden>
                  {name.split('.').at(-1)?.slice(0, 5).toUpperCase()}
                </span>
              )}
              <a href={href} download={name}>
                {name}
              </a>{' '}
              <small>{sizeOf(size)}</small>
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
      {at !== undefined && <Lightbox pictures={pictures} at={at} onMove={setAt} onClose={() => setAt(undefined)} />}
    </>
  );
}
