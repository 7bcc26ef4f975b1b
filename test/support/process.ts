/** A process of the house as it is in production: the compiled main, its own environment, killed as one likes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { eventually } from './eventually';

const root = resolve(__dirname, '../..');

export class Process {
  output = '';
  private constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  /** Needs `npm run build`, which `npm test` runs first. */
  static spawn(env: Record<string, string>, main = 'dist/src/main.js'): Process {
    const { PATH = '' } = process.env;
    return new Process(spawn(process.execPath, [main], { cwd: root, env: { PATH, PORT: '0', ...env }, stdio: 'pipe' }));
  }

  /** Waits for the address that the start prints. */
  async ready(milliseconds = 240_000): Promise<string> {
    return eventually(() => {
      if (this.child.exitCode !== null) throw new Error(`The process ended:\n${this.output}`);
      const url = /(?:ready at|health at) (http:\/\/[\d.:]+)/.exec(this.output)?.[1];
      if (url === undefined) throw new Error(`Not ready yet:\n${this.output}`);
      return url;
    }, milliseconds);
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exit = once(this.child, 'exit');
      this.child.kill(signal);
      await exit;
    }
    return this.child.exitCode;
  }
}
