/** The subdistrict door (街道总工会) for the course of an assessment: its steps, reopenings, named offices and classes. */
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { AssessmentView } from '../assessment/assessment.view';
import { ClassService } from '../assessment/course/class.service';
import { ClassesDto, OfficersDto, ReopeningDto, StepDto } from '../assessment/course/course.dto';
import { CourseReader } from '../assessment/course/course.reader';
import { CourseService } from '../assessment/course/course.service';
import { CourseView, OfficeList, ReopeningList, ReopeningView } from '../assessment/course/course.view';
import { OfficeService } from '../assessment/course/office.service';
import { ReopeningService } from '../assessment/course/reopening.service';
import { IfMatch } from '../http/if-match';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { ReasonDto } from '../work/work.dto';

const May = forTier('subdistrict');

@Controller('subdistrict/assessments')
export class SubdistrictCoursesController {
  constructor(
    private readonly courses: CourseService,
    private readonly reopenings: ReopeningService,
    private readonly offices: OfficeService,
    private readonly classes: ClassService,
    private readonly reader: CourseReader,
  ) {}

  /** The course of an assessment (考核流程): the steps it entered, and those of its scheme with their days. */
  @Get(':id/steps')
  @May('work.read')
  steps(@Me() me: Actor, @PathId() id: string): Promise<CourseView> {
    return this.reader.course(me, id);
  }

  /** Move an assessment on to a later step; when the last day of a step has passed it moves on by itself. */
  @Post(':id/steps')
  @May('assessment.conduct')
  moveOn(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() { to }: StepDto,
  ): Promise<AssessmentView> {
    return this.courses.moveOn(me, id, version, to);
  }

  /** What was asked to be reopened, the latest first. */
  @Get(':id/reopenings')
  @May('work.read')
  listReopenings(@Me() me: Actor, @PathId() id: string): Promise<ReopeningList> {
    return this.reader.reopenings(me, id);
  }

  /** Ask to reopen an earlier step (重新开启), with a reason: another officer must confirm it. */
  @Post(':id/reopenings')
  @May('assessment.conduct')
  reopen(@Me() me: Actor, @PathId() id: string, @Body() body: ReopeningDto): Promise<ReopeningView> {
    return this.reopenings.propose(me, id, body);
  }

  /** Confirm a reopening that another officer asked for: the assessment goes back at once. */
  @Post(':id/reopenings/:reopeningId/confirmation')
  @May('assessment.conduct')
  confirmReopening(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('reopeningId') reopeningId: string,
  ): Promise<ReopeningView> {
    return this.reopenings.confirm(me, id, reopeningId);
  }

  /** Refuse a reopening that another officer asked for. */
  @Post(':id/reopenings/:reopeningId/refusal')
  @May('assessment.conduct')
  refuseReopening(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('reopeningId') reopeningId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<ReopeningView> {
    return this.reopenings.refuse(me, id, reopeningId, reason);
  }

  /** The named offices (负责考核部门) of the scheme, and who scores for them. */
  @Get(':id/offices')
  @May('work.read')
  listOffices(@Me() me: Actor, @PathId() id: string): Promise<OfficeList> {
    return this.offices.list(me, id);
  }

  /** Name the officers of an office: its criteria are scored by them alone. */
  @Put(':id/offices/:office')
  @May('assessment.conduct')
  nameOffice(
    @Me() me: Actor,
    @PathId() id: string,
    @Param('office') office: string,
    @Body() { officerIds }: OfficersDto,
  ): Promise<OfficeList> {
    return this.offices.name(me, id, office, officerIds);
  }

  /** Place communities in classes of comparable unions (考核分组) by hand, before publication. */
  @Put(':id/classes')
  @May('assessment.conduct')
  placeInClasses(@Me() me: Actor, @PathId() id: string, @Body() { places }: ClassesDto): Promise<AssessmentView> {
    return this.classes.place(me, id, places);
  }
}
