/** Starts what ROLE asks for: api, worker, or all (the default). */
import 'reflect-metadata';
import { ConfigError, loadConfig } from './config';
import { start, welcome, type House } from './start';

/** Draining may take this long; then the process ends whatever happens. */
const DRAIN_MS = 20_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const cry = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const starting = start(config, say, (error) => end(1, error.message));
  let house: House | undefined;
  let stopping = false;

  async function stop(signal: string): Promise<void> {
    if (stopping) return;
    stopping = true;
    say(`${signal}: finishing what is under way …`);
    setTimeout(() => end(1, 'Draining took too long.'), DRAIN_MS).unref();
    try {
      await (house ?? (await starting)).stop();
      end(0, 'Stopped.');
    } catch (error) {
      end(1, error instanceof Error ? error.message : String(error));
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));

  house = await starting;
  if (!stopping) for (const line of await welcome(house)) say(line);
}

function end(code: number, words: string): void {
  (code === 0 ? say : cry)(words);
  process.exit(code);
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError;
  end(
    1,
    known || !(error instanceof Error) ? String(known ? error.message : error) : `Could not start: ${error.message}`,
  );
});
