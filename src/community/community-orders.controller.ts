/** The community door (社区工联会) for supervision orders (督办单): sign for them and answer. */
import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me, forTier } from '../access/declarations';
import { PathId } from '../http/id-param';
import { Upload } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { OrderEvidenceService } from '../supervision/order/order-evidence.service';
import { OrderAnswerDto, OrderQuery } from '../supervision/order/order.dto';
import { OrderReader } from '../supervision/order/order.reader';
import { OrderService } from '../supervision/order/order.service';
import { OrderDetail, OrderFileView, OrderList } from '../supervision/order/order.view';
import { incomingFile, outgoingFile } from '../work/attachment.http';

const May = forTier('community');

@Controller('community/orders')
export class CommunityOrdersController {
  constructor(
    private readonly reader: OrderReader,
    private readonly orders: OrderService,
    private readonly evidence: OrderEvidenceService,
  ) {}

  /** The supervision orders (督办单) to your union, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: OrderQuery): Promise<OrderList> {
    return this.reader.list(me, query);
  }

  /** One order with its whole course, its evidence and its interviews. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<OrderDetail> {
    return this.reader.get(me, id);
  }

  /** Sign for an order to your union (签收). */
  @Post(':id/signature')
  @May('order.answer')
  sign(@Me() me: Actor, @PathId() id: string): Promise<OrderDetail> {
    return this.orders.sign(me, id);
  }

  /** Answer an order (答复) with measures and the files that were added. */
  @Post(':id/answer')
  @May('order.answer')
  answer(@Me() me: Actor, @PathId() id: string, @Body() { measures }: OrderAnswerDto): Promise<OrderDetail> {
    return this.orders.answer(me, id, measures);
  }

  /** Add a file of evidence (佐证材料) to the next answer: one multipart field `file`. */
  @Post(':id/evidence')
  @Upload()
  @May('order.answer')
  async addEvidence(@Me() me: Actor, @PathId() id: string, @Req() request: FastifyRequest): Promise<OrderFileView> {
    return this.evidence.add(me, id, await incomingFile(request));
  }

  /** Take a file out that was not handed in yet. */
  @Delete(':id/evidence/:evidenceId')
  @HttpCode(204)
  @May('order.answer')
  async removeEvidence(@Me() me: Actor, @PathId() id: string, @PathId('evidenceId') evidenceId: string): Promise<void> {
    await this.evidence.remove(me, id, evidenceId);
  }

  /** A file of evidence, as an attachment. */
  @Get(':id/evidence/:evidenceId')
  @May('work.read')
  async readEvidence(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('evidenceId') evidenceId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return outgoingFile(reply, await this.evidence.read(me, id, evidenceId));
  }
}
