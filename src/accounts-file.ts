/** The passwords of accounts made at the first start: a file only its owner reads, shown again at later starts. */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './first-start';

const NAME = 'accounts.json';

export async function keepAccounts(dataDir: string, accounts: readonly Account[]): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, NAME);
  await writeFile(path, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
}

/** The accounts of the first start, or none when they were made elsewhere or the file was put away. */
export async function readAccounts(dataDir: string): Promise<Account[]> {
  try {
    return JSON.parse(await readFile(join(dataDir, NAME), 'utf8')) as Account[];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** A table for the terminal. */
export function accountLines(accounts: readonly Account[]): string[] {
  const width = Math.max(...accounts.map(({ account }) => account.length));
  return accounts.map(
    ({ account, password, role, union }) => `  ${account.padEnd(width)}  ${password}  ${union} (${role})`,
  );
}
