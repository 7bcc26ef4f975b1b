/** Cases (诉求件) for every tier: read, assign downward, give back upward, answer, return or close. */
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { IfMatchMaybe } from '../http/if-match';
import type { Actor } from '../kernel/actor';
import { CaseAnswerDto, CaseAssignmentDto, CaseHandbackDto, CaseReturnDto, CasesQuery } from './case.dto';
import { CaseReader } from './case.reader';
import { CaseService } from './case.service';
import { CaseDetail, CaseList } from './case.view';

@Controller('cases')
export class CasesController {
  constructor(
    private readonly reader: CaseReader,
    private readonly cases: CaseService,
  ) {}

  /** Those that your union or one below it handles: what is due first comes first, what is closed last. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: CasesQuery): Promise<CaseList> {
    return this.reader.list(me, query);
  }

  /** One with its course, and what you may do with it now. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<CaseDetail> {
    return this.reader.get(me, id);
  }

  /** Assign (交办) it to a union directly below yours. */
  @Post(':id/assignment')
  @May('case.assign')
  assign(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatchMaybe() seen: number | undefined,
    @Body() body: CaseAssignmentDto,
  ): Promise<CaseDetail> {
    return this.cases.assign(me, id, seen, body);
  }

  /** Give it back to the tier above (退回上级), with a reason: what your union is not the right one for. It is out of your reach then. */
  @Post(':id/handback')
  @HttpCode(204)
  @May('case.answer')
  async handBack(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatchMaybe() seen: number | undefined,
    @Body() { reason }: CaseHandbackDto,
  ): Promise<void> {
    await this.cases.handBack(me, id, seen, reason);
  }

  /** Answer (答复) what your union handles. */
  @Post(':id/answer')
  @May('case.answer')
  answer(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatchMaybe() seen: number | undefined,
    @Body() { answer }: CaseAnswerDto,
  ): Promise<CaseDetail> {
    return this.cases.answer(me, id, seen, answer);
  }

  /** Return (退回) an answer from the tier below, with a reason. */
  @Post(':id/return')
  @May('case.review')
  return(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatchMaybe() seen: number | undefined,
    @Body() { reason }: CaseReturnDto,
  ): Promise<CaseDetail> {
    return this.cases.return(me, id, seen, reason);
  }

  /** Close (办结) it: the answer is told to whoever sent the case. */
  @Post(':id/closure')
  @May('case.review')
  close(@Me() me: Actor, @PathId() id: string, @IfMatchMaybe() seen: number | undefined): Promise<CaseDetail> {
    return this.cases.close(me, id, seen);
  }
}
