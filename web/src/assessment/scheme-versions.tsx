/** 方案版本: every saved state of a scheme, who saved it, and in words what changed. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { schemeQuery } from './assessment-data';
import './assessment.css';
import { documentDoors } from './scheme-doors';
import './scheme-documents.css';
import { Upper } from './upper';
import { useSaid } from './use-said';

const MOST = 200;

const versionsQuery = (tier: UpperTier, id: string) =>
  queryOptions({
    queryKey: ['schemes', tier, id, 'versions'],
    queryFn: () =>
      got(api.GET(documentDoors[tier].versions, { params: { path: { id }, query: { page: 1, pageSize: MOST } } })),
  });

/** What was saved never changes. */
const versionQuery = (tier: UpperTier, id: string, version: number) =>
  queryOptions({
    queryKey: ['schemes', tier, id, 'versions', version],
    staleTime: Infinity,
    queryFn: () => got(api.GET(documentDoors[tier].version, { params: { path: { id, version: String(version) } } })),
  });

export function SchemeVersions() {
  return <Upper>{(tier) => <Page tier={tier} />}</Upper>;
}

function Page({ tier }: { tier: UpperTier }) {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/schemes/$id/versions' });
  const scheme = useQuery(schemeQuery(tier, id));
  const versions = useQuery(versionsQuery(tier, id));
  if (versions.isPending || scheme.isPending) return <Loading />;
  if (versions.data === undefined || scheme.data === undefined) return <Wrong error={versions.error ?? scheme.error} />;
  const { items, total } = versions.data;
  return (
    <>
      <h1>{t('schemes.versions')}</h1>
      <p>
        <Link to="/schemes/$id" params={{ id }}>
          {scheme.data.title}
        </Link>{' '}
        <span className="hint">{t('schemes.versionCount', { count: total })}</span>
      </p>
      <ol className="versions">
        {items.map((version) => (
          <Version key={version.version} tier={tier} id={id} version={version} />
        ))}
      </ol>
    </>
  );
}

interface VersionProps {
  tier: UpperTier;
  id: string;
  version: Schemas['SchemeVersionSummary'];
}

function Version({ tier, id, version: { version, title, writtenBy, writtenAt } }: VersionProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <strong>{t('schemes.version', { no: version })}</strong> {title}{' '}
          <span className="hint">
            {writtenBy} <Time at={writtenAt} />
          </span>
        </summary>
        {open && <Changes tier={tier} id={id} version={version} />}
      </details>
    </li>
  );
}

function Changes({ tier, id, version }: { tier: UpperTier; id: string; version: number }) {
  const { t } = useTranslation();
  const said = useSaid();
  const found = useQuery(versionQuery(tier, id, version));
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Wrong error={found.error} />;
  const { comparedWith, changes } = found.data;
  if (comparedWith === null) return <p>{t('schemes.first')}</p>;
  if (changes.length === 0) return <p>{t('schemes.unchanged', { no: comparedWith })}</p>;
  return (
    <>
      <p className="hint">{t('schemes.changedSince', { no: comparedWith })}</p>
      <ul>
        {changes.map((words, no) => (
          <li key={`${words.zh} ${no}`}>{said(words)}</li>
        ))}
      </ul>
    </>
  );
}
