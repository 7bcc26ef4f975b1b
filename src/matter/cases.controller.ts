/** Cases (诉求件) for every tier: read, assign downward, answer, return or close. */
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { CaseAnswerDto, CaseAssignmentDto, CaseReturnDto, CasesQuery } from './case.dto';
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
  assign(@Me() me: Actor, @PathId() id: string, @Body() body: CaseAssignmentDto): Promise<CaseDetail> {
    return this.cases.assign(me, id, body.unionId, body.words ?? null);
  }

  /** Answer (答复) what your union handles. */
  @Post(':id/answer')
  @May('case.answer')
  answer(@Me() me: Actor, @PathId() id: string, @Body() { answer }: CaseAnswerDto): Promise<CaseDetail> {
    return this.cases.answer(me, id, answer);
  }

  /** Return (退回) an answer from the tier below, with a reason. */
  @Post(':id/return')
  @May('case.review')
  return(@Me() me: Actor, @PathId() id: string, @Body() { reason }: CaseReturnDto): Promise<CaseDetail> {
    return this.cases.return(me, id, reason);
  }

  /** Close (办结) it: the answer is told to whoever sent the case. */
  @Post(':id/closure')
  @May('case.review')
  close(@Me() me: Actor, @PathId() id: string): Promise<CaseDetail> {
    return this.cases.close(me, id);
  }
}
