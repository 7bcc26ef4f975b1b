/** What the pages read on which spreadsheets are taken in (表格导入). */
import { queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';

export type Intake = Schemas['IntakeView'];

export const FAULTS = 50;
const LATEST = 10;
export const intakeKey = ['intake'] as const;

export const isAlive = ({ status }: Pick<Intake, 'status'>): boolean =>
  status === 'waiting' || status === 'running' || status === 'stopping';

/** Asked again every second while it runs. */
export const intakeQuery = (id: string) =>
  queryOptions({
    queryKey: [...intakeKey, 'one', id],
    queryFn: () => got(api.GET('/api/v1/intakes/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data === undefined || isAlive(data) ? 1_000 : false),
  });

export const faultsQuery = (id: string, page: number, faults: number) =>
  queryOptions({
    queryKey: [...intakeKey, 'faults', id, page, faults],
    queryFn: () =>
      got(api.GET('/api/v1/intakes/{id}/faults', { params: { path: { id }, query: { page, pageSize: FAULTS } } })),
    enabled: faults > 0,
  });

/** Which ones are listed: of enterprises, or of one ledger. */
export interface IntakesOf {
  readonly kind: 'enterprise' | 'ledger';
  readonly ledgerId?: string;
}

export const intakesQuery = (of: IntakesOf) =>
  queryOptions({
    queryKey: [...intakeKey, 'all', of],
    queryFn: () => got(api.GET('/api/v1/intakes', { params: { query: { ...of, pageSize: LATEST } } })),
  });
