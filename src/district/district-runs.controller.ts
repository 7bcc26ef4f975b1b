/** The district door (区总工会) for long runs of an assessment (考核计算任务): ask for one, read how far it is, stop it. */
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { RunReader } from '../assessment/run.reader';
import { RunService } from '../assessment/run.service';
import { RunList, RunView } from '../assessment/run.view';
import { PathId } from '../http/id-param';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';

const May = forTier('district');

@Controller('district/assessments/:id/runs')
export class DistrictRunsController {
  constructor(
    private readonly runs: RunService,
    private readonly reader: RunReader,
  ) {}

  /** The runs of an assessment, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<RunList> {
    return this.reader.list(me, id, query);
  }

  /** Ask for a computation of all sheets; it is done by and by, and its progress is read at the Location. */
  @Post()
  @HttpCode(202)
  @May('assessment.conduct')
  ask(@Me() me: Actor, @PathId() id: string): Promise<RunView> {
    return this.runs.ask(me, id);
  }

  /** How far a run is, or how it ended. */
  @Get(':runId')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string, @PathId('runId') runId: string): Promise<RunView> {
    return this.reader.get(me, id, runId);
  }

  /** Stop a run after the sheets it has in hand; what is scored stays scored. */
  @Post(':runId/stop')
  @May('assessment.conduct')
  stop(@Me() me: Actor, @PathId() id: string, @PathId('runId') runId: string): Promise<RunView> {
    return this.runs.stop(me, id, runId);
  }
}
