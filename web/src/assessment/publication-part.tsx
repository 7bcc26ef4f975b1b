/** What follows publication, on the page of an assessment: what was published, the appeal window, the appeals, the close. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { useMay, useMe } from '../api/me';
import { dayOf } from '../parts/amount';
import { Time } from '../parts/time';
import { useWords } from '../parts/states';
import { AppealList } from './appeal-list';
import { publicationsQuery } from './publication-data';
import { publishedDoors } from './publication-doors';
import { shortDigest, WindowWords } from './publication-standings';

interface Props {
  readonly tier: UpperTier;
  readonly assessment: Schemas['AssessmentDetail'];
}

export function PublishedPart({ tier, assessment }: Props) {
  const { t } = useTranslation();
  const { union } = useMe();
  const may = useMay();
  const { id, step, appealUntil, ownerId } = assessment;
  const publications = useQuery(publicationsQuery(tier, id));
  const items = publications.data?.items ?? [];
  const closable = (step === 'published' || step === 'appeals') && ownerId === union.id && may('assessment.conduct');
  if (items.length === 0) return null;
  return (
    <>
      <section>
        <h2>{t('publication.title')}</h2>
        <p>
          <WindowWords step={step} appealUntil={appealUntil} />
        </p>
        <ul className="publications">
          {items.map(({ no, kind, reason, digest, publishedAt, publishedBy }) => (
            <li key={no}>
              <Link to="/assessments/$id/publication" params={{ id }} search={{ no }}>
                {t(`publication.kind.${kind}`, { no })}
              </Link>{' '}
              <Time at={publishedAt} /> · {publishedBy} · <span className="digest">{shortDigest(digest)}</span>
              {reason !== null && <span className="hint"> {reason}</span>}
            </li>
          ))}
        </ul>
        {closable && <Close tier={tier} id={id} early={step === 'published' && isToCome(appealUntil)} />}
      </section>
      <AppealList tier={tier} id={id} />
    </>
  );
}

/** Whether the window still runs where the unions are. */
const isToCome = (day: string | null): boolean => day !== null && dayOf(new Date().toISOString()) <= day;

function Close({ tier, id, early }: { tier: UpperTier; id: string; early: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const close = useMutation({
    mutationFn: () => got(api.POST(publishedDoors[tier].closing, { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['assessment', id] }),
  });
  return (
    <div className="deeds no-print">
      <Button disabled={early} aria-describedby="close-help" loading={close.isPending} onClick={() => close.mutate()}>
        {t('publication.close')}
      </Button>
      <span id="close-help" className="hint">
        {t('publication.closeHelp')}
      </span>
      {close.isError && <Alert type="error" showIcon role="alert" title={words(close.error)} />}
    </div>
  );
}
