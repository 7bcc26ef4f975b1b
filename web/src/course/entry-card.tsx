/** One entry (考核记录): what happened, its ground and points, who recorded and decided it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount, shortTime } from '../parts/amount';

interface Props {
  entry: Schemas['EntryView'];
  /** Where several unions are listed. */
  withUnion?: boolean;
  children: ReactNode;
}

const tones = { proposed: 'tag-none', approved: 'tag-accepted', refused: 'tag-returned', withdrawn: '' } as const;

export function EntryCard({ entry, withUnion = false, children }: Props) {
  const { t } = useTranslation();
  const { kind, criterion, ground, groundName, count, points, occurredOn, words, status, unionName } = entry;
  const { recordedByName, recordedAt, proposedByUnion, decidedByName, decidedAt, decisionReason } = entry;
  const figures = [
    ...(count > 1 ? [t('course.timesSaid', { count })] : []),
    ...(points === null ? [] : [t('course.eachSaid', { points: amount(points) })]),
    occurredOn,
  ];
  const decided =
    decidedByName === null || decidedAt === null
      ? []
      : [t('course.decidedBy', { name: decidedByName, when: shortTime(decidedAt) })];
  return (
    <li>
      <span className="kind-tag">{t(`course.entryKind.${kind}`)}</span>{' '}
      <strong>
        {criterion !== null && `${criterion} · `}
        {ground} {groundName}
      </strong>{' '}
      {withUnion && <span>{unionName} </span>}
      <span className={`tag ${tones[status]}`}>{t(`course.entryStatus.${status}`)}</span>{' '}
      {proposedByUnion && <span className="hint">{t('course.proposedByUnion')}</span>}
      <p className="note">{words}</p>
      <p className="hint">
        {[...figures, t('course.recordedBy', { name: recordedByName, when: shortTime(recordedAt) }), ...decided].join(
          ' · ',
        )}
      </p>
      {decisionReason !== null && <p className="reason">{decisionReason}</p>}
      {children}
    </li>
  );
}
