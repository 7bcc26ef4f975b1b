/** The subdistrict door (街道总工会) for interviews (约谈): record, read. */
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { InterviewDto, InterviewQuery } from '../supervision/interview/interview.dto';
import { InterviewReader } from '../supervision/interview/interview.reader';
import { InterviewService } from '../supervision/interview/interview.service';
import { InterviewList, InterviewView } from '../supervision/interview/interview.view';

const May = forTier('subdistrict');

@Controller('subdistrict/interviews')
export class SubdistrictInterviewsController {
  constructor(
    private readonly reader: InterviewReader,
    private readonly interviews: InterviewService,
  ) {}

  /** Interviews (约谈) within reach, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: InterviewQuery): Promise<InterviewList> {
    return this.reader.list(me, query);
  }

  /** Record an interview your union held with one below it, on an order or without one. */
  @Post()
  @May('order.issue')
  record(@Me() me: Actor, @Body() body: InterviewDto): Promise<InterviewView> {
    return this.interviews.record(me, body);
  }

  /** One interview. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<InterviewView> {
    return this.reader.get(me, id);
  }
}
