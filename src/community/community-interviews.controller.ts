/** The community door (社区工联会) for interviews (约谈): read. */
import { Controller, Get, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { InterviewQuery } from '../supervision/interview/interview.dto';
import { InterviewReader } from '../supervision/interview/interview.reader';
import { InterviewList, InterviewView } from '../supervision/interview/interview.view';

const May = forTier('community');

@Controller('community/interviews')
export class CommunityInterviewsController {
  constructor(private readonly reader: InterviewReader) {}

  /** Interviews (约谈) with your union, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: InterviewQuery): Promise<InterviewList> {
    return this.reader.list(me, query);
  }

  /** One interview. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<InterviewView> {
    return this.reader.get(me, id);
  }
}
