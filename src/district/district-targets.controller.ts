/** The district door (区总工会) for targets (目标): set them, propose a change, decide on another person's. */
import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { TargetChangeService } from '../target/target-change.service';
import { TargetChangeDto, TargetDto, TargetRefusalDto } from '../target/target.dto';
import { TargetService } from '../target/target.service';
import { TargetChangeView, TargetDetail } from '../target/target.view';

const May = forTier('district');

@Controller('district')
export class DistrictTargetsController {
  constructor(
    private readonly targets: TargetService,
    private readonly changes: TargetChangeService,
  ) {}

  /** Set a target. One that is easier than its baseline is flagged, not refused. */
  @Post('targets')
  @May('target.set')
  set(@Me() me: Actor, @Body() body: TargetDto): Promise<TargetDetail> {
    return this.targets.set(me, body);
  }

  /** Propose another value, other parts, or to give it up (申请调整). */
  @Post('targets/:id/changes')
  @May('target.set')
  propose(@Me() me: Actor, @PathId() id: string, @Body() body: TargetChangeDto): Promise<TargetChangeView> {
    return this.changes.propose(me, id, body);
  }

  /** Approve a change that another person proposed: it holds from now on. */
  @Post('target-changes/:id/approval')
  @May('target.approve')
  approve(@Me() me: Actor, @PathId() id: string): Promise<TargetChangeView> {
    return this.changes.approve(me, id);
  }

  /** Refuse it; the target stays as it is. */
  @Post('target-changes/:id/refusal')
  @May('target.approve')
  refuse(@Me() me: Actor, @PathId() id: string, @Body() { reason }: TargetRefusalDto): Promise<TargetChangeView> {
    return this.changes.refuse(me, id, reason);
  }

  /** Take a change back while nobody has decided. */
  @Delete('target-changes/:id')
  @HttpCode(204)
  @May('target.set')
  takeBack(@Me() me: Actor, @PathId() id: string): Promise<void> {
    return this.changes.takeBack(me, id);
  }
}
