/** The database, before everything else: whoever needs it is closed before it. */
import { type DynamicModule, Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config';
import { dataSource } from './data-source';

@Injectable()
class PoolEnd implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.database.isInitialized) await this.database.destroy();
  }
}

@Global()
@Module({})
export class DatabaseModule {
  static with(config: Config): DynamicModule {
    const open = (): Promise<DataSource> => dataSource(config.databaseUrl ?? '', config.databasePool).initialize();
    return {
      module: DatabaseModule,
      providers: [{ provide: CONFIG, useValue: config }, { provide: DataSource, useFactory: open }, PoolEnd],
      exports: [CONFIG, DataSource],
    };
  }
}
