/** 公示名单: class by class, with ranks, points and grades; what a correction moved stands as old → new. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { chosen } from '../i18n/i18n';
import { amount } from '../parts/amount';
import { usePaper } from '../parts/paper';
import './publication.css';

type Row = Schemas['PublishedStanding'];

interface Props {
  /** Stands above each class on paper, where a page is read by itself. */
  readonly title: string;
  readonly standings: readonly Row[];
  /** The own union, among the others. */
  readonly own?: string;
  /** Of the headings of classes. */
  readonly level?: 2 | 3;
}

export function Standings({ title, standings, own, level = 2 }: Props) {
  const classes = new Map<string | null, Row[]>();
  for (const row of standings) classes.set(row.classCode, [...(classes.get(row.classCode) ?? []), row]);
  return [...classes].map(([code, rows]) => (
    <ClassTable key={code ?? ''} title={title} rows={rows} own={own} level={level} />
  ));
}

interface ClassProps extends Pick<Props, 'title' | 'own'> {
  readonly rows: readonly Row[];
  readonly level: 2 | 3;
}

function ClassTable({ title, rows, own, level }: ClassProps) {
  const { t } = useTranslation();
  const onPaper = usePaper();
  const [first] = rows;
  const className = first?.className ?? null;
  const graded = rows.some(({ gradeName }) => gradeName !== null);
  const name = className ?? t('publication.allUnions');
  const columns = graded ? 4 : 3;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="class-standings">
      <Heading>
        {name} <span className="count">{t('publication.unions', { count: rows.length })}</span>
      </Heading>
      <div className="wide" role="region" aria-label={name} tabIndex={0}>
        <table className="grid standings-table">
          <thead>
            {onPaper && (
              <tr>
                <th colSpan={columns}>
                  {title} · {name}
                </th>
              </tr>
            )}
            <tr>
              <th scope="col" className="right">
                {t('publication.rank')}
              </th>
              <th scope="col">{t('board.union')}</th>
              <th scope="col" className="right">
                {t('assessment.points')}
              </th>
              {graded && <th scope="col">{t('publication.grade')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.unionId} row={row} graded={graded} own={row.unionId === own} onPaper={onPaper} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Line({ row, graded, own, onPaper }: { row: Row; graded: boolean; own: boolean; onPaper: boolean }) {
  const { t } = useTranslation();
  const { unionName, points, rank, classRank, gradeName, awardLost, why, before } = row;
  const words = why[chosen()];
  return (
    <tr className={own ? 'own' : undefined}>
      <td className="right">
        <Moved was={before && String(before.classRank ?? before.rank)} is={String(classRank ?? rank)} />
      </td>
      <th scope="row">
        <strong className="standing-name">{unionName}</strong>{' '}
        {awardLost && <span className="tag tag-late">{t('publication.awardLost')}</span>}
        {words !== '' && (
          <details className="standing-why" open={onPaper}>
            <summary>
              {t('publication.why')} <span className="sr">{unionName}</span>
            </summary>
            {words}
          </details>
        )}
      </th>
      <td className="right">
        <Moved was={before && amount(before.points)} is={amount(points)} />
      </td>
      {graded && (
        <td>
          <Moved was={before && (before.gradeName ?? '—')} is={gradeName ?? '—'} />
        </td>
      )}
    </tr>
  );
}

/** Old → new, said in words to who does not see the line through the old. */
export function Moved({ was, is }: { was: string | null; is: string }) {
  const { t } = useTranslation();
  if (was === null || was === is) return <>{is}</>;
  return (
    <>
      <del>
        <span className="sr">{t('publication.was')}</span>
        {was}
      </del>{' '}
      <span aria-hidden>→</span>{' '}
      <ins>
        <span className="sr">{t('publication.is')}</span>
        {is}
      </ins>
    </>
  );
}

/** The first letters of a digest, in fours: enough to compare a printed page with the platform. */
export const shortDigest = (digest: string): string => (digest.slice(0, 16).match(/.{4}/g) ?? []).join(' ');

/** Whether results can still be appealed, in words. */
export function WindowWords({ step, appealUntil }: Pick<Schemas['ClassPublication'], 'step' | 'appealUntil'>) {
  const { t } = useTranslation();
  if (step === 'closed') return <>{t('publication.closedSaid')}</>;
  if (step === 'appeals') return <>{t('publication.answering')}</>;
  return <>{appealUntil === null ? t('publication.noAppeals') : t('publication.windowSaid', { day: appealUntil })}</>;
}
