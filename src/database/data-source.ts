/** The one DataSource, for the application, the command line and the tests: explicit lists, no globs. */
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index';
import { entities } from './entities';
import { safePg } from './safe-pg';
import { connectionOptions } from './session-settings';

// Days stay civil days and counts stay numbers; quantities (numeric) stay exact strings.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** `patient` for migrations and rebuilds, whose statements may take longer than any request. */
export function dataSource(url: string, max: number, patient = false): DataSource {
  const { connectionString, ...options } = connectionOptions(url, { max, applicationName: 'sanji' });
  const extra = patient ? { ...options, statement_timeout: 0, idle_in_transaction_session_timeout: 0 } : options;
  return new DataSource({
    type: 'postgres',
    url: connectionString,
    extra,
    driver: safePg,
    entities,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    installExtensions: false,
  });
}
