/** The district door (区总工会) for tasks: create, assign, change, withdraw. */
import { Body, Controller, Get, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { IfMatch } from '../http/if-match';
import { PathId } from '../http/id-param';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';
import { KeptLists } from '../kept/kept.interceptor';
import { AssignmentService } from '../work/assignment.service';
import { ReportReader } from '../work/report.reader';
import { ReportList } from '../work/report.view';
import { TaskChangeService } from '../work/task-change.service';
import { TaskReader } from '../work/task.reader';
import { SharesView, TaskDetail, TaskList } from '../work/task.view';
import { CascadeDto, ChangeDto, NewTaskDto, ReasonDto, TaskQuery } from '../work/work.dto';

const May = forTier('district');

@Controller('district/tasks')
export class DistrictTasksController {
  constructor(
    private readonly tasks: TaskReader,
    private readonly assignments: AssignmentService,
    private readonly changes: TaskChangeService,
    private readonly reports: ReportReader,
  ) {}

  /** The district's own tasks, the earliest due first. */
  @Get()
  @May('work.read')
  @UseInterceptors(KeptLists)
  list(@Me() me: Actor, @Query() query: TaskQuery): Promise<TaskList> {
    return this.tasks.list(me, query);
  }

  /** Create a task (工作任务) with its measure, target, days and weight. */
  @Post()
  @May('task.assign')
  create(@Me() me: Actor, @Body() body: NewTaskDto): Promise<SharesView> {
    return this.assignments.create(me, body);
  }

  /** One task of the district or of any union below, with its history of changes. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<TaskDetail> {
    return this.tasks.get(me, id);
  }

  /** Change target, due day or weight of a task of the district, with a reason. */
  @Patch(':id')
  @May('task.assign')
  change(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: ChangeDto,
  ): Promise<SharesView> {
    return this.changes.change(me, id, null, version, body);
  }

  /** Withdraw a task (撤回) with everything below it. */
  @Post(':id/withdrawal')
  @May('task.assign')
  withdraw(@Me() me: Actor, @PathId() id: string, @Body() body: ReasonDto): Promise<SharesView> {
    return this.changes.withdraw(me, id, null, body.reason);
  }

  /** The shares of a task and what of it nobody has yet. */
  @Get(':id/shares')
  @May('work.read')
  shares(@Me() me: Actor, @PathId() id: string): Promise<SharesView> {
    return this.tasks.shares(me, id);
  }

  /** Assign shares to sub-districts (下达); a remainder needs a reason. */
  @Post(':id/shares')
  @May('task.assign')
  cascade(@Me() me: Actor, @PathId() id: string, @Body() body: CascadeDto): Promise<SharesView> {
    return this.assignments.cascade(me, id, body);
  }

  /** Change the target, due day or weight of a share, with a reason. */
  @Patch(':id/shares/:shareId')
  @May('task.assign')
  changeShare(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('shareId') shareId: string,
    @IfMatch() version: number,
    @Body() body: ChangeDto,
  ): Promise<SharesView> {
    return this.changes.change(me, id, shareId, version, body);
  }

  /** Withdraw a share (撤回), with everything below it. */
  @Post(':id/shares/:shareId/withdrawal')
  @May('task.assign')
  withdrawShare(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('shareId') shareId: string,
    @Body() body: ReasonDto,
  ): Promise<SharesView> {
    return this.changes.withdraw(me, id, shareId, body.reason);
  }

  /** The reports of a task within reach, the newest first. */
  @Get(':id/reports')
  @May('work.read')
  listReports(@Me() me: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<ReportList> {
    return this.reports.ofTask(me, id, query);
  }
}
