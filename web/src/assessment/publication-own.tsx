/** The own result among those of its class, the appeal window, and the own appeals. */
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { LowerTier } from '../api/doors';
import { useMay } from '../api/me';
import { chosen } from '../i18n/i18n';
import { Time } from '../parts/time';
import { ownAppealsQuery } from './publication-data';
import { Standings, shortDigest, WindowWords } from './publication-standings';

interface Props {
  readonly tier: LowerTier;
  readonly unionId: string;
  readonly publication: Schemas['ClassPublication'];
}

export function OwnPublication({ tier, unionId, publication }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const appeals = useQuery(ownAppealsQuery(tier));
  const { id, title, kind, no, reason, digest, publishedAt, step, appealUntil, appealable, standings } = publication;
  const own = standings.find((row) => row.unionId === unionId);
  const mine = (appeals.data?.items ?? []).filter(({ assessmentId }) => assessmentId === id);
  return (
    <div className="own-publication">
      {own?.gradeName != null && (
        <p>
          <strong className="own-grade">{own.gradeName}</strong> {own.why[chosen()]}
        </p>
      )}
      <p className="hint">
        {t(`publication.kind.${kind}`, { no })} · <Time at={publishedAt} /> · {t('publication.digest')}{' '}
        <span className="digest">{shortDigest(digest)}</span>
        {reason !== null && (
          <>
            {' '}
            · {t('publication.reason')}
            {reason}
          </>
        )}
      </p>
      <Standings title={title} standings={standings} own={unionId} level={3} />
      <div className="deeds no-print">
        {appealable && may('appeal.file') && (
          <Link className="deed" to="/results/$id/appeal" params={{ id }}>
            {t('appeal.file')}
          </Link>
        )}
        <span className="hint">
          <WindowWords step={step} appealUntil={appealUntil} />
        </span>
      </div>
      {mine.length > 0 && (
        <ul className="publications">
          {mine.map((appeal) => (
            <li key={appeal.id}>
              <Link to="/results/appeals/$appealId" params={{ appealId: appeal.id }}>
                {t('appeal.of', { names: appeal.criteria.map(({ name }) => name).join(t('assessment.and')) })}
              </Link>{' '}
              <span className="tag">{t(`appeal.status.${appeal.status}`)}</span> <Time at={appeal.filedAt} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
