/** The one place where whatever was thrown becomes an answer; only faults of ours are logged with their stack. */
import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { houseRefusal } from './problem';
import { refusalOf } from './refusal-of';
import { sendProblem } from './send-problem';
import type { Console } from './console';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(private readonly console?: Console) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also answers what fails before Nest sees the call: a malformed address, an over-long parameter. */
  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refusal = refusalOf(thrown);
    if (refusal === undefined || refusal.status === 503 || refusal.status === 507)
      this.log(thrown, request, refusal === undefined);
    if (reply.sent || reply.raw.headersSent) {
      if (!reply.raw.writableEnded) reply.raw.destroy();
      return;
    }
    if (refusal?.status === 404 && this.unknown(request) && this.console?.answer(request, reply) === true) return;
    sendProblem(request, reply, refusal ?? houseRefusal(500));
  }

  /** No route took it: an address of the console, perhaps. */
  private unknown(request: FastifyRequest): boolean {
    return request.routeOptions.url === undefined;
  }

  private log(thrown: unknown, request: FastifyRequest, fault: boolean): void {
    const where = `${request.method} ${request.routeOptions?.url ?? 'unknown route'} (request ${request.id})`;
    if (!fault)
      this.logger.warn(`${where}: ${thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : 'unavailable'}`);
    else if (thrown instanceof Error) this.logger.error(`${where}: ${thrown.name}: ${thrown.message}`, thrown.stack);
    else this.logger.error(`${where}: something that is no error was thrown (${typeof thrown})`);
  }
}
