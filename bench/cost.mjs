/** What something costs whoever else works on the machine: seconds of processor, of this process and of the database's. */
import { readdirSync, readFileSync } from 'node:fs';

const TICKS = 100;

/** Under Linux, of the database that works in the folder; elsewhere only this process is told. */
function databaseSeconds(folder) {
  try {
    const [postmaster] = readFileSync(`${folder}/postgres/postmaster.pid`, 'utf8').split('\n');
    let ticks = 0;
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      let stat;
      try {
        stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      } catch {
        continue;
      }
      const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [user, system, userOfEnded, systemOfEnded] = rest.slice(9, 13).map(Number);
      if (pid === postmaster) ticks += user + system + userOfEnded + systemOfEnded;
      else if (parent === postmaster) ticks += user + system;
    }
    return ticks / TICKS;
  } catch {
    return null;
  }
}

/** Answers a function that tells what was used since. */
export function costSince(folder) {
  const [own, database] = [process.cpuUsage(), databaseSeconds(folder)];
  return () => {
    const { user, system } = process.cpuUsage(own);
    const [ours, now] = [(user + system) / 1e6, databaseSeconds(folder)];
    const theirs = database === null || now === null ? '' : `, the database's ${(now - database).toFixed(1)} s`;
    return `processor: ours ${ours.toFixed(1)} s${theirs}`;
  };
}
