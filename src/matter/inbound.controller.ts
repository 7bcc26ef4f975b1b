/** The mapped door of other platforms (来件接口): they send a case in their shape by their number, and ask where it stands. */
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { May, Me } from '../access/declarations';
import { isCode, isText } from '../http/field-rules';
import { pathParam } from '../http/path-param';
import type { Actor } from '../kernel/actor';
import { Refused } from '../kernel/errors';
import { InboundService } from './inbound.service';
import { InboundCaseView, InboundStatusView } from './inbound.view';

const PathSource = pathParam({ is: isCode, format: 'code', example: 'province', read: (value) => value });
/** Whatever they number by. */
const isTheirs = (value: unknown): value is string => isText(value, 1, 100, false);
const PathTheirs = pathParam({ is: isTheirs, format: 'text', example: 'YS2026110001', read: (value) => value });

@Controller('inbound/:source/cases')
export class InboundController {
  constructor(private readonly inbound: InboundService) {}

  /** Send a case, new or changed, as the mapping of the source says; the same again changes nothing. */
  @Put(':number')
  @May('case.receive', 'district')
  @ApiBody({
    schema: {
      type: 'object',
      additionalProperties: true,
      example: {
        data: { title: '拖欠三个月工资', content: '公司三个月未发工资。', type: '0101', areaCode: '440308001' },
      },
    },
  })
  put(
    @Me() me: Actor,
    @PathSource('source') source: string,
    @PathTheirs('number') number: string,
    @Body() body: unknown,
  ): Promise<InboundCaseView> {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw notObject();
    return this.inbound.put(me, source, number, body);
  }

  /** Ask where a case stands: in the words of the source, with its steps; with the answer once it is closed. */
  @Get(':number/status')
  @May('work.read', 'district')
  status(
    @Me() me: Actor,
    @PathSource('source') source: string,
    @PathTheirs('number') number: string,
  ): Promise<InboundStatusView> {
    return this.inbound.status(me, source, number);
  }
}

const notObject = (): Refused => new Refused('object', { zh: '应为对象。', en: 'It should be an object.' });
