/** The whole examination (体检), check by check: one that cannot be done is told as a finding, and the others go on. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import { ringOf } from '../dispatch/key-ring';
import { wellSaid } from '../kernel/well-said';
import { checkAudit } from './audit-check';
import { checkBoards } from './boards-check';
import { checkConfiguration, type DataDirSeen } from './configuration';
import { checkDatabase } from './database-check';
import { checkEvidence } from './evidence-check';
import { type CheckName, checkNames, type Finding, finding } from './finding';
import { checkClock, checkDisk, checkQueue } from './ground-check';
import { judgeWay, readWay } from './way-check';

export interface Examined {
  readonly config: Config;
  readonly database: DataSource;
  readonly databaseUrl: string;
  /** Everything, instead of samples. */
  readonly full: boolean;
  /** No house runs on it at this moment. */
  readonly stopped: boolean;
}

export async function examine({ config, database, databaseUrl, full, stopped }: Examined): Promise<Finding[]> {
  const checks: Record<Exclude<CheckName, 'outside'>, () => Promise<Finding[]>> = {
    configuration: async () => checkConfiguration(config, seenIn(config.dataDir)),
    database: () => checkDatabase(database),
    queue: () => checkQueue(config, database, databaseUrl),
    disk: () => checkDisk(config),
    clock: () => checkClock(database),
    evidence: () => checkEvidence(database, config.dataDir, full),
    audit: () => checkAudit(database, full),
    boards: () => checkBoards(database, full),
    announcements: async () => judgeWay(await readWay(database, keysOf(config)), stopped),
  };
  const found: Finding[] = [];
  for (const [name, check] of Object.entries(checks)) found.push(...(await done(name as CheckName, check)));
  return withFine(found);
}

async function done(name: CheckName, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    const why = wellSaid(error);
    return [finding('error', `${name}.undone`, `此项未能检查：${why}`, `This could not be examined: ${why}`)];
  }
}

/** What was examined and needs no word is named too: silence would leave open whether anybody looked. */
function withFine(found: readonly Finding[]): Finding[] {
  return checkNames.flatMap((name) => {
    const told = found.filter(({ check }) => check === name);
    return told.length > 0 ? told : [finding('fine', `${name}.fine`, '未发现问题。', 'nothing amiss.')];
  });
}

function seenIn(dataDir: string): DataDirSeen {
  const key = join(dataDir, 'secrets.key');
  return {
    keyMode: existsSync(key) ? statSync(key).mode & 0o777 : null,
    accounts: existsSync(join(dataDir, 'accounts.json')),
  };
}

/** Without making a key: where there is none yet, nothing can be sealed with it. */
function keysOf(config: Config): string[] {
  if (config.secretsKey === undefined && !existsSync(join(config.dataDir, 'secrets.key'))) return [];
  const ring = ringOf(config);
  return [ring.newest, ...ring.older];
}
