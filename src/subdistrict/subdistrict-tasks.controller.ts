/** The subdistrict door (街道总工会) for tasks: sign for them, divide them, report on them. */
import { Body, Controller, Get, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { IfMatch } from '../http/if-match';
import { PathId } from '../http/id-param';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';
import { KeptLists } from '../kept/kept.interceptor';
import { AssignmentService } from '../work/assignment.service';
import { ProgressService } from '../work/progress.service';
import { ReportReader } from '../work/report.reader';
import { ReportList, ReportView } from '../work/report.view';
import { TaskChangeService } from '../work/task-change.service';
import { SubmissionService } from '../work/submission/submission.service';
import { TaskReader } from '../work/task.reader';
import { SharesView, SignatureView, TaskDetail, TaskList } from '../work/task.view';
import { CascadeDto, ChangeDto, ReasonDto, ReportDto, SubmissionDto, TaskQuery } from '../work/work.dto';

const May = forTier('subdistrict');

@Controller('subdistrict/tasks')
export class SubdistrictTasksController {
  constructor(
    private readonly tasks: TaskReader,
    private readonly assignments: AssignmentService,
    private readonly changes: TaskChangeService,
    private readonly progress: ProgressService,
    private readonly reports: ReportReader,
    private readonly submissions: SubmissionService,
  ) {}

  /** Tasks given to your union, the earliest due first. */
  @Get()
  @May('work.read')
  @UseInterceptors(KeptLists)
  list(@Me() me: Actor, @Query() query: TaskQuery): Promise<TaskList> {
    return this.tasks.list(me, query);
  }

  /** One task with its history of changes. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<TaskDetail> {
    return this.tasks.get(me, id);
  }

  /** Sign for a task (签收). */
  @Post(':id/signature')
  @May('task.sign')
  sign(@Me() me: Actor, @PathId() id: string): Promise<SignatureView> {
    return this.assignments.sign(me, id);
  }

  /** The shares of a task and what of it nobody has yet. */
  @Get(':id/shares')
  @May('work.read')
  shares(@Me() me: Actor, @PathId() id: string): Promise<SharesView> {
    return this.tasks.shares(me, id);
  }

  /** Hand shares to your communities (任务分解); a remainder needs a reason. */
  @Post(':id/shares')
  @May('task.assign')
  cascade(@Me() me: Actor, @PathId() id: string, @Body() body: CascadeDto): Promise<SharesView> {
    return this.assignments.cascade(me, id, body);
  }

  /** Change the target, due day or weight of a share you gave, with a reason. */
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

  /** Withdraw a share you gave (撤回), with everything below it. */
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

  /** The reports of a task, the newest first. */
  @Get(':id/reports')
  @May('work.read')
  listReports(@Me() me: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<ReportList> {
    return this.reports.ofTask(me, id, query);
  }

  /** Begin a progress report (进度填报): done so far, cumulative. */
  @Post(':id/reports')
  @May('report.write')
  draft(@Me() me: Actor, @PathId() id: string, @Body() body: ReportDto): Promise<ReportView> {
    return this.progress.draft(me, id, body);
  }

  /** Hand a report in at one stroke (一次提交): begun, proved by files handed in before, and submitted, or nothing of it. */
  @Post(':id/submissions')
  @May('report.write')
  submit(@Me() me: Actor, @PathId() id: string, @Body() body: SubmissionDto): Promise<ReportView> {
    return this.submissions.submit(me, id, body);
  }
}
