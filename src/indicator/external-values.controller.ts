/** Values of indicators that come from outside (外部数据): put and read at an address that the program knows beforehand. */
import { Body, Controller, Get, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { May, Me } from '../access/declarations';
import { PathPeriod } from '../form/period/period.http';
import { PathCode } from '../http/code-param';
import { IfMatchMaybe } from '../http/if-match';
import type { Actor } from '../kernel/actor';
import { ExternalValueDto } from './external/external-value.dto';
import { ExternalValueReader } from './external/external-value.reader';
import { ExternalValueService } from './external/external-value.service';
import { ExternalValueView } from './external/external-value.view';

@Controller('indicators/:code/values/:union/:period')
export class ExternalValuesController {
  constructor(
    private readonly values: ExternalValueService,
    private readonly reader: ExternalValueReader,
  ) {}

  /** What another system gave for a union and a period: who, when, from which network, out of what, and what was said before. */
  @Get()
  @May('externalValue.read')
  get(
    @Me() me: Actor,
    @PathCode('code') code: string,
    @PathCode('union') union: string,
    @PathPeriod() period: string,
  ): Promise<ExternalValueView> {
    return this.reader.one(me, code, union, period);
  }

  /** Give (201) or change (200) the value of an indicator that is fed from outside; the same once more changes nothing. */
  @Put()
  @ApiCreatedResponse({ type: ExternalValueView })
  @ApiOkResponse({ type: ExternalValueView })
  @May('externalValue.give')
  async put(
    @Me() me: Actor,
    @PathCode('code') code: string,
    @PathCode('union') union: string,
    @PathPeriod() period: string,
    @IfMatchMaybe() seen: number | undefined,
    @Body() body: ExternalValueDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ExternalValueView> {
    const { begun, value } = await this.values.put(me, [code, union, period], body, seen);
    void reply.status(begun ? 201 : 200);
    return value;
  }
}
