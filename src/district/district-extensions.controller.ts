/** The district door (区总工会) for extensions (延期): answer. */
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import type { Actor } from '../kernel/actor';
import { ExtensionDecisionService } from '../supervision/extension/extension-decision.service';
import { ExtensionDecisionsDto, ExtensionQuery } from '../supervision/extension/extension.dto';
import { ExtensionReader } from '../supervision/extension/extension.reader';
import { ExtensionList, ExtensionsView } from '../supervision/extension/extension.view';

const May = forTier('district');

@Controller('district/extensions')
export class DistrictExtensionsController {
  constructor(
    private readonly reader: ExtensionReader,
    private readonly decisions: ExtensionDecisionService,
  ) {}

  /** Applications for another due day (延期申请) within reach, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: ExtensionQuery): Promise<ExtensionList> {
    return this.reader.list(me, query);
  }

  /** Answer applications (延期审批): approve with the day you fix, or refuse with a reason; all or none. */
  @Post('decisions')
  @May('extension.decide')
  decide(@Me() me: Actor, @Body() body: ExtensionDecisionsDto): Promise<ExtensionsView> {
    return this.decisions.decide(me, body.decisions);
  }
}
