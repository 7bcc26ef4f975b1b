/** The district door (区总工会) for exceptions to forms (免报、补报审批). */
import { Body, Controller, Post } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { FormExceptionDecisionDto } from '../form/exception/exception.dto';
import { FormExceptionService } from '../form/exception/exception.service';
import { FormExceptionView } from '../form/exception/exception.view';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';

const May = forTier('district');

@Controller('district/form-exceptions')
export class DistrictFormExceptionsController {
  constructor(private readonly exceptions: FormExceptionService) {}

  /** Approve or refuse an exception that another officer proposed, with a reason. */
  @Post(':id/decision')
  @May('form.except')
  decide(@Me() me: Actor, @PathId() id: string, @Body() body: FormExceptionDecisionDto): Promise<FormExceptionView> {
    return this.exceptions.decide(me, id, body);
  }
}
