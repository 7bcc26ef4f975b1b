/** Alive: the process answers. Ready: it can do its half of the work. */
import { Controller, Get, Inject, Optional, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Public } from './access/declarations';
import { CONFIG, type Config } from './config';
import { withDeadline } from './kernel/deadline';
import { WorkerHalf } from './worker';

interface Health {
  status: 'up' | 'down';
  role: Config['role'];
  database: 'up' | 'down';
  /** Only where this process runs the worker half. */
  platform?: 'up' | 'down';
}

@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    @Optional() @Inject(WorkerHalf) private readonly worker?: WorkerHalf,
  ) {}

  @Get('live')
  @Public()
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  /** The API can take submissions while the queue is away; only a process that is a worker alone depends on it. */
  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const database = await answers(this.database.query('select 1').then(() => true));
    const platform = this.worker === undefined ? undefined : database && (await answers(this.worker.isReady()));
    const up = database && (this.config.role === 'api' || platform !== false);
    if (!up) void reply.status(503);
    return {
      status: up ? 'up' : 'down',
      role: this.config.role,
      database: database ? 'up' : 'down',
      ...(platform === undefined ? {} : { platform: platform ? 'up' : 'down' }),
    };
  }
}

async function answers(asked: Promise<boolean>): Promise<boolean> {
  try {
    return await withDeadline(asked, 3_000, 'Health');
  } catch {
    return false; // the answer to the question
  }
}
