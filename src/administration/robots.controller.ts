/** The robots of your union's groups (群机器人), for its administrator. */
import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { NewRobotDto, RobotChangeDto } from '../dispatch/robot.dto';
import { RobotService } from '../dispatch/robot.service';
import { RobotList, RobotView } from '../dispatch/robot.view';
import { PathId } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import type { Actor } from '../kernel/actor';

@Controller('robots')
export class RobotsController {
  constructor(private readonly robots: RobotService) {}

  /** The robots of your own union. */
  @Get()
  @May('dispatch.manage')
  list(@Me() me: Actor): Promise<RobotList> {
    return this.robots.list(me);
  }

  /** Add the robot of a group; its address and secret are sealed and never answered again. */
  @Post()
  @May('dispatch.manage')
  add(@Me() me: Actor, @Body() body: NewRobotDto): Promise<RobotView> {
    return this.robots.add(me, body);
  }

  /** One robot. */
  @Get(':id')
  @May('dispatch.manage')
  get(@Me() me: Actor, @PathId() id: string): Promise<RobotView> {
    return this.robots.get(me, id);
  }

  /** Change a robot or switch it off; address and secret stay where they are left out. */
  @Put(':id')
  @May('dispatch.manage')
  change(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: RobotChangeDto,
  ): Promise<RobotView> {
    return this.robots.change(me, id, version, body);
  }

  /** Remove a robot; what waits for it is not sent. */
  @Delete(':id')
  @HttpCode(204)
  @May('dispatch.manage')
  async remove(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.robots.remove(me, id);
  }

  /** Try a robot: a message to its group, once a minute at most. */
  @Post(':id/test-messages')
  @May('dispatch.manage')
  test(@Me() me: Actor, @PathId() id: string): Promise<RobotView> {
    return this.robots.test(me, id);
  }
}
