/** The district door (区总工会) for how tasks are held to their day (督办): parking, what was sent back. */
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { ParkingService } from '../supervision/parking.service';
import { ParkingDto, SendBackDecisionDto } from '../supervision/supervision.dto';
import { TaskSupervisionReader } from '../supervision/task-supervision.reader';
import { TaskSupervisionView } from '../supervision/task-supervision.view';
import { SendBackService } from '../work/send-back.service';
import { SendBackView } from '../work/send-back.view';
import { SharesView } from '../work/task.view';

const May = forTier('district');

@Controller('district/tasks')
export class DistrictTaskSupervisionController {
  constructor(
    private readonly supervision: TaskSupervisionReader,
    private readonly parking: ParkingService,
    private readonly sendBacks: SendBackService,
  ) {}

  /** How a task is held to its day: both days, extensions, what was sent back, parking. */
  @Get(':id/supervision')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<TaskSupervisionView> {
    return this.supervision.of(me, id);
  }

  /** Park (挂账) a task of the district with all below it until a day to look again. */
  @Post(':id/parking')
  @May('task.assign')
  park(@Me() me: Actor, @PathId() id: string, @Body() body: ParkingDto): Promise<SharesView> {
    return this.parking.park(me, id, null, body);
  }

  /** End the parking of a task of the district and of all below it. */
  @Delete(':id/parking')
  @HttpCode(204)
  @May('task.assign')
  async unpark(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.parking.unpark(me, id, null);
  }

  /** Park (挂账) a share you gave, with all below it, until a day to look again. */
  @Post(':id/shares/:shareId/parking')
  @May('task.assign')
  parkShare(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('shareId') shareId: string,
    @Body() body: ParkingDto,
  ): Promise<SharesView> {
    return this.parking.park(me, id, shareId, body);
  }

  /** End the parking of a share and of all below it. */
  @Delete(':id/shares/:shareId/parking')
  @HttpCode(204)
  @May('task.assign')
  async unparkShare(@Me() me: Actor, @PathId() id: string, @PathId('shareId') shareId: string): Promise<void> {
    await this.parking.unpark(me, id, shareId);
  }

  /** Answer a share that was sent back: accepted, it is withdrawn there and free again; refused, it stays. */
  @Post(':id/shares/:shareId/send-back/decision')
  @May('task.assign')
  decideSendBack(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('shareId') shareId: string,
    @Body() body: SendBackDecisionDto,
  ): Promise<SendBackView> {
    return this.sendBacks.decide(me, id, shareId, body);
  }
}
