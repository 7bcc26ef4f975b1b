/** The rows of the list: the writers' own, or, where light decides, the board's; the board knows the light of each. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';
import { readDoors } from '../api/doors';
import { useTier } from '../api/me';
import { rowsQuery } from './task-data';
import type { TaskSearch } from './task-search';

type BoardRow = Schemas['BoardRow'];

export interface ListRow {
  readonly id: string;
  readonly title: string;
  readonly programme: string;
  readonly target: string;
  readonly unit: string;
  readonly dueOn: string;
  readonly status: BoardRow['status'];
  readonly board: Pick<BoardRow, 'done' | 'rate' | 'light' | 'overdueDays' | 'pending'> | undefined;
}

export const SIZE = 100;
const rank = { red: 0, yellow: 1, green: 2 };

/** The board's rows that a search asks for, the worst light first where it says so. */
export function chosenOf(rows: readonly BoardRow[], search: TaskSearch): BoardRow[] {
  const { programme, status, light, q, sort } = search;
  const words = q?.toLowerCase();
  const chosen = rows.filter(
    (row) =>
      (programme === undefined || row.programme === programme) &&
      (status === undefined || row.status === status) &&
      (light === undefined || row.light === light) &&
      (words === undefined || row.title.toLowerCase().includes(words)),
  );
  const by = sort?.replace('-', '');
  const turn = sort?.startsWith('-') ? -1 : 1;
  if (by === 'light') return chosen.toSorted((a, b) => rankOf(a) - rankOf(b) || Number(b.behind) - Number(a.behind));
  if (by === 'weight') return chosen.toSorted((a, b) => turn * (Number(a.weight) - Number(b.weight)));
  return turn === 1 ? chosen : chosen.toReversed();
}

const rankOf = ({ light }: BoardRow): number => (light === null ? 3 : rank[light]);

const rowOf = (board: BoardRow): ListRow => ({
  id: board.taskId,
  title: board.title,
  programme: board.programme,
  target: board.target,
  unit: board.measure.unit,
  dueOn: board.dueOn,
  status: board.status,
  board,
});

export function useTaskRows(search: TaskSearch & { year: number }) {
  const tier = useTier();
  const { year, programme, status, light, q, sort, page = 1 } = search;
  const board = useQuery({ ...rowsQuery(year), placeholderData: keepPreviousData });
  // a withdrawn task has no light and stands on no board
  const byLight = (light !== undefined || sort === 'light') && status !== 'withdrawn';
  const query = { year, programme, status, q, sort: sort === 'light' ? undefined : sort, page, pageSize: SIZE };
  const tasks = useQuery({
    queryKey: ['tasks', tier, query],
    queryFn: () => got(api.GET(readDoors[tier].tasks, { params: { query } })),
    placeholderData: keepPreviousData,
    enabled: !byLight,
  });
  const onBoard = board.data?.tasks ?? [];
  const programmes = [...new Set(onBoard.map((row) => row.programme))].toSorted();
  const source = byLight ? board : tasks;
  if (byLight) {
    const chosen = chosenOf(onBoard, search);
    const rows = board.data && chosen.slice((page - 1) * SIZE, page * SIZE).map(rowOf);
    return { rows, total: chosen.length, programmes, error: source.error, boardError: board.error };
  }
  const known = new Map(onBoard.map((row) => [row.taskId, row]));
  const rows = tasks.data?.items.map(
    ({ id, title, programme: of, target, measure, dueOn, status: state }): ListRow => ({
      id,
      title,
      programme: of,
      target,
      unit: measure.unit,
      dueOn,
      status: state,
      board: known.get(id),
    }),
  );
  return { rows, total: tasks.data?.total ?? 0, programmes, error: source.error, boardError: board.error };
}
