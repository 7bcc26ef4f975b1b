/** Work that is asked for more often than it need be done: one run at a time, and one more for whatever was asked meanwhile. */
import { Logger } from '@nestjs/common';
import { pause } from './kernel/deadline';
import { wellSaid } from './kernel/well-said';

/** After a run it rests so many times as long as the run took, at most so long: under a burst a few runs do what many would. */
const REST = { times: 3, mostMs: 250 };

export class Soon {
  private readonly log = new Logger('Worker');
  private running: Promise<void> | null = null;
  private again = false;
  private readonly stopping = new AbortController();

  constructor(private readonly work: () => Promise<unknown>) {}

  /** Begins at once, or once more when the run under way is over and has rested. */
  soon(): void {
    void this.now();
  }

  /** The same, and waits for it and its rest. A failure is said and leaves the next run alone. */
  now(): Promise<void> {
    if (this.stopping.signal.aborted) return Promise.resolve();
    this.again = true;
    this.running ??= this.run().finally(() => (this.running = null));
    return this.running;
  }

  /** No run begins any more; waits for the one under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (this.again && !signal.aborted) {
      this.again = false;
      const from = performance.now();
      try {
        await this.work();
      } catch (error) {
        this.log.warn(wellSaid(error));
      }
      await pause(Math.min(REST.times * (performance.now() - from), REST.mostMs), signal);
    }
  }
}
