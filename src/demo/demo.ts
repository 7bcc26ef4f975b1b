/** The demo district: the annual report's own, through the same services as in real life. */
import type { DataSource } from 'typeorm';
import { firstStart, type Account } from '../first-start';

export async function loadDemo(database: DataSource, _say: (line: string) => void): Promise<Account[]> {
  return firstStart(database, '示范区总工会');
}
