/** The database, before everything else: whoever needs it is closed before it. */
import { type DynamicModule, Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config';
import { HotReads } from '../kernel/hot-reads';
import { dataSource } from './data-source';
import { PooledHotReads } from './pooled-hot-reads';

@Injectable()
class PoolEnd implements OnApplicationShutdown {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(HotReads) private readonly reads: PooledHotReads,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.reads.end();
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
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: DataSource, useFactory: open },
        { provide: HotReads, useFactory: () => new PooledHotReads(config.databaseUrl ?? '') },
        PoolEnd,
      ],
      exports: [CONFIG, DataSource, HotReads],
    };
  }
}
