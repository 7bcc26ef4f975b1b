/** `/metrics`, beside the health of a process: for Prometheus, never for the world. */
import { Controller, Get, Inject, Optional, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from './access/declarations';
import { CONFIG, type Config } from './config';
import { NotFound } from './kernel/errors';
import { mayScrape } from './observability/may-scrape';
import { MetricsService } from './observability/metrics.service';
import { WorkerHalf } from './worker';

@ApiExcludeController()
@Controller()
export class MetricsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(MetricsService) private readonly metrics: MetricsService,
    @Optional() @Inject(WorkerHalf) private readonly worker?: WorkerHalf,
  ) {}

  /** To whom it is not for, it looks as if it were not there. */
  @Get('metrics')
  @Public()
  async read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const socketAddress = request.socket.remoteAddress ?? '';
    if (!mayScrape(this.config, { socketAddress, headers: request.headers })) throw new NotFound();
    const { worker } = this;
    const text = await this.metrics.read(worker === undefined ? undefined : () => worker.queueCounts());
    void reply.type(this.metrics.contentType).header('cache-control', 'no-store');
    return text;
  }
}
