/** One union as it stands now, and what may be done with it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/me';
import { amount } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { Fact } from './fact';
import { LeaderFact, NoteLeader } from './union-leader';
import { treeQuery, unionQuery } from './union-data';
import { CloseUnion, MoveUnion, OpenUnion, RenameUnion } from './union-deeds';

export function UnionPanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const asked = useQuery(unionQuery(id));
  const today = useQuery(treeQuery(undefined));
  if (asked.isPending) return <Loading />;
  if (asked.data === undefined) return <Wrong error={asked.error} />;
  const union = asked.data;
  const unions = today.data ?? [];
  const above = unions.find((each) => each.id === union.parentId);
  const children = unions.filter(({ parentId, closedOn }) => parentId === id && closedOn === null);
  const writes = may('union.write') && union.closedOn === null;
  return (
    <section className="paper" aria-label={union.name}>
      <h2>{union.name}</h2>
      <dl className="facts">
        <Fact label={t('administration.union.code')}>{union.code}</Fact>
        <Fact label={t('administration.union.tier')}>{t(`administration.tier.${union.tier}`)}</Fact>
        <Fact label={t('administration.union.kind')}>{t(`administration.unionKind.${union.kind}`)}</Fact>
        <Fact label={t('administration.union.workers')}>{amount(union.workers)}</Fact>
        <Fact label={t('administration.union.above')}>{above?.name ?? '—'}</Fact>
        <Fact label={t('administration.union.openedOn')}>{union.openedOn}</Fact>
        <Fact label={t('administration.union.closedOn')}>{union.closedOn ?? '—'}</Fact>
        <Fact label={t('administration.union.directly')}>{children.length}</Fact>
        <LeaderFact id={id} />
      </dl>
      {may('officer.read') && (
        <p>
          <Link to="/officers" search={{ unionId: id }}>
            {t('administration.union.officers')}
          </Link>
          {may('officer.write') && (
            <>
              {' · '}
              <Link to="/new-officer" search={{ unionId: id }}>
                {t('administration.officer.make')}
              </Link>
            </>
          )}
        </p>
      )}
      {writes && <RenameUnion union={union} />}
      {writes && <NoteLeader key={id} id={id} />}
      {writes && union.tier !== 'community' && <OpenUnion above={union} />}
      {writes && union.tier !== 'district' && <MoveUnion union={union} unions={unions} />}
      {writes &&
        union.tier !== 'district' &&
        (children.length === 0 ? (
          <CloseUnion union={union} unions={unions} />
        ) : (
          <p className="hint">{t('administration.union.notClosed', { count: children.length })}</p>
        ))}
    </section>
  );
}
