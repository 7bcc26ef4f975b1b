/** Listens for hints (NOTIFY) on a connection of its own. They may be lost: whoever listens also looks by himself now and then. */
import pg from 'pg';

export class HintListener {
  private client: pg.Client | undefined;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly heard: () => void,
  ) {}

  /** Listens, if it does not yet or not any more. Errors: those of the connection. */
  async listen(): Promise<void> {
    if (this.client !== undefined) return;
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'sanji-hints',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    const forget = (): void => {
      if (this.client === client) this.client = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    client.on('notification', this.heard);
    await client.connect();
    this.client = client;
    try {
      await client.query(`listen ${this.channel}`);
    } catch (error) {
      forget();
      await client.end();
      throw error;
    }
  }

  async end(): Promise<void> {
    await this.client?.end();
  }
}
