/** The district door (区总工会) for supervision orders (督办单): issue, review, raise, withdraw. */
import { Body, Controller, Get, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Me, forTier } from '../access/declarations';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { OrderEvidenceService } from '../supervision/order/order-evidence.service';
import { OrderDegreeDto, OrderDto, OrderQuery, OrderReviewDto } from '../supervision/order/order.dto';
import { OrderReader } from '../supervision/order/order.reader';
import { OrderService } from '../supervision/order/order.service';
import { OrderDetail, OrderList } from '../supervision/order/order.view';
import { outgoingFile } from '../work/attachment.http';
import { ReasonDto } from '../work/work.dto';

const May = forTier('district');

@Controller('district/orders')
export class DistrictOrdersController {
  constructor(
    private readonly reader: OrderReader,
    private readonly orders: OrderService,
    private readonly evidence: OrderEvidenceService,
  ) {}

  /** The supervision orders (督办单) within reach, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: OrderQuery): Promise<OrderList> {
    return this.reader.list(me, query);
  }

  /** Issue an order to a union below, because a task's light is red or by hand; it is numbered by year. */
  @Post()
  @May('order.issue')
  issue(@Me() me: Actor, @Body() body: OrderDto): Promise<OrderDetail> {
    return this.orders.issue(me, body);
  }

  /** One order with its whole course, its evidence and its interviews. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<OrderDetail> {
    return this.reader.get(me, id);
  }

  /** Close an answered order (办结), or return it (退办) with a new limit. */
  @Post(':id/review')
  @May('order.issue')
  review(@Me() me: Actor, @PathId() id: string, @Body() body: OrderReviewDto): Promise<OrderDetail> {
    return this.orders.review(me, id, body);
  }

  /** Raise the degree of an order (升级), with a reason. */
  @Post(':id/degree')
  @May('order.issue')
  raise(@Me() me: Actor, @PathId() id: string, @Body() body: OrderDegreeDto): Promise<OrderDetail> {
    return this.orders.raise(me, id, body);
  }

  /** Withdraw an order of yours (撤销); its number stays taken. */
  @Post(':id/withdrawal')
  @May('order.issue')
  withdraw(@Me() me: Actor, @PathId() id: string, @Body() { reason }: ReasonDto): Promise<OrderDetail> {
    return this.orders.withdraw(me, id, reason);
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
