/** The community door (社区工联会) for how tasks are held to their day (督办): sending back. */
import { Body, Controller, Get, Post } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { TaskSupervisionReader } from '../supervision/task-supervision.reader';
import { TaskSupervisionView } from '../supervision/task-supervision.view';
import { SendBackService } from '../work/send-back.service';
import { SendBackView } from '../work/send-back.view';
import { ReasonDto } from '../work/work.dto';

const May = forTier('community');

@Controller('community/tasks')
export class CommunityTaskSupervisionController {
  constructor(
    private readonly supervision: TaskSupervisionReader,
    private readonly sendBacks: SendBackService,
  ) {}

  /** How a task is held to its day: both days, extensions, what was sent back, parking. */
  @Get(':id/supervision')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<TaskSupervisionView> {
    return this.supervision.of(me, id);
  }

  /** Send back (回退) a task that was given to your union by mistake, before anything is reported. */
  @Post(':id/send-backs')
  @May('task.sign')
  sendBack(@Me() me: Actor, @PathId() id: string, @Body() body: ReasonDto): Promise<SendBackView> {
    return this.sendBacks.send(me, id, body.reason);
  }
}
