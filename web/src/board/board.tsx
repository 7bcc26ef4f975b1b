/** 工作看板: who is behind, by how much and why, and how the unions compare; it moves while one looks. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import { unionsQuery } from '../api/unions';
import { Loading, Wrong } from '../parts/states';
import type { BoardSearch } from '../router';
import { boardQuery } from '../tasks/task-data';
import { Behind } from './behind';
import { BoardHead } from './board-head';
import { BoardTable } from './board-table';
import { type Rows, matrixQuery } from './board-data';
import { countLights, placeOf } from './cells';
import { Drill } from './drill';
import { Matrix } from './matrix';
import { Standings } from './standings';
import './board.css';

export function Board() {
  const { t } = useTranslation();
  const me = useMe();
  const search = useSearch({ from: '/inside/board' });
  const year = search.year ?? dayjs().year();
  const unions = useQuery(unionsQuery);
  const unionId = search.unionId ?? me.union.id;
  if (unions.isPending) return <Loading />;
  if (unions.data === undefined) return <Wrong error={unions.error} />;
  const here = unions.data.find(({ id }) => id === unionId);
  const tier = here?.tier ?? me.union.tier;
  const rows: Rows | undefined = tier === 'community' ? undefined : tier === 'district' ? 'subdistrict' : 'community';
  return (
    <>
      <BoardHead unions={unions.data} unionId={unionId} year={year} search={search} />
      {rows === undefined ? (
        <Own unionId={unionId} year={year} />
      ) : (
        <Below unionId={unionId} year={year} rows={search.rows ?? rows} search={search} />
      )}
      {rows !== undefined && (
        <section>
          <h2>{t('board.standings')}</h2>
          <Standings tier={rows} parentId={unionId} year={year} below />
        </section>
      )}
      {unionId === me.union.id && me.union.tier !== 'district' && (
        <section>
          <h2>{t('board.ownClass')}</h2>
          <Standings
            tier={me.union.tier}
            parentId={me.union.tier === 'community' ? (me.union.parentId ?? undefined) : undefined}
            year={year}
            below={false}
          />
        </section>
      )}
    </>
  );
}

interface BelowProps {
  unionId: string;
  year: number;
  rows: Rows;
  search: BoardSearch;
}

function Below({ unionId, year, rows, search }: BelowProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const matrix = useQuery({ ...matrixQuery({ unionId, year, tier: rows }), placeholderData: keepPreviousData });
  if (matrix.isPending) return <Loading />;
  if (matrix.data === undefined) return <Wrong error={matrix.error} />;
  const { data: board } = matrix;
  const open = (cell: string | undefined) =>
    void navigate({ to: '/board', search: { ...search, cell }, replace: true });
  const place = search.cell === undefined ? undefined : placeOf(board, search.cell);
  if (board.tasks.length === 0) return <p className="kind">{t('board.empty', { year })}</p>;
  return (
    <>
      <p className="lights">{t('board.lights', countLights(board))}</p>
      <Behind board={board} onOpen={open} />
      <section>
        <h2>{t('board.matrix')}</h2>
        <p className="hint no-print">{t('board.matrixHelp')}</p>
        <Matrix board={board} withPending={search.pending === true} open={search.cell} onOpen={open} />
      </section>
      {place && <Drill place={place} onClose={() => open(undefined)} />}
      <section>
        <h2>{t('board.tasks')}</h2>
        <Own unionId={unionId} year={year} />
      </section>
    </>
  );
}

/** The union's own tasks, with time against progress. */
function Own({ unionId, year }: { unionId: string; year: number }) {
  const { t } = useTranslation();
  const board = useQuery({ ...boardQuery(year, unionId), placeholderData: keepPreviousData });
  if (board.isPending) return <Loading />;
  if (board.data === undefined) return <Wrong error={board.error} />;
  const { tasks } = board.data;
  return tasks.length === 0 ? <p className="kind">{t('board.empty', { year })}</p> : <BoardTable rows={tasks} />;
}
