/** Work that is asked for more often than it need be done: one run at a time, and one more for whatever was asked meanwhile. */
import { Logger } from '@nestjs/common';
import { wellSaid } from './kernel/well-said';

export class Soon {
  private readonly log = new Logger('Worker');
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(private readonly work: () => Promise<unknown>) {}

  /** Begins at once, or once more when the run under way is over. */
  soon(): void {
    void this.now();
  }

  /** The same, and waits for it. A failure is said and leaves the next run alone. */
  now(): Promise<void> {
    if (this.stopped) return Promise.resolve();
    this.again = true;
    this.running ??= this.run().finally(() => (this.running = null));
    return this.running;
  }

  /** No run begins any more; waits for the one under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        await this.work();
      } catch (error) {
        this.log.warn(wellSaid(error));
      }
    }
  }
}
