/** Notes which database this data lives in: one put back from a dump counts transactions anew. */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class DatabaseSeen implements OnApplicationBootstrap {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.database.query(
      `insert into live.database_seen (system) select system_identifier::text from pg_control_system() on conflict do nothing`,
    );
  }
}
