/** The subdistrict door (街道总工会) for extensions (延期): apply, answer. */
import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { ExtensionDecisionService } from '../supervision/extension/extension-decision.service';
import { ExtensionDecisionsDto, ExtensionQuery, ExtensionRequestDto } from '../supervision/extension/extension.dto';
import { ExtensionReader } from '../supervision/extension/extension.reader';
import { ExtensionService } from '../supervision/extension/extension.service';
import { ExtensionList, ExtensionsView } from '../supervision/extension/extension.view';

const May = forTier('subdistrict');

@Controller('subdistrict/extensions')
export class SubdistrictExtensionsController {
  constructor(
    private readonly reader: ExtensionReader,
    private readonly extensions: ExtensionService,
    private readonly decisions: ExtensionDecisionService,
  ) {}

  /** Applications for another due day (延期申请) within reach, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: ExtensionQuery): Promise<ExtensionList> {
    return this.reader.list(me, query);
  }

  /** Apply for another due day for tasks of your union, before they are due; all or none. */
  @Post()
  @May('report.write')
  request(@Me() me: Actor, @Body() body: ExtensionRequestDto): Promise<ExtensionsView> {
    return this.extensions.request(me, body);
  }

  /** Take an application back that nobody has answered. */
  @Delete(':id')
  @HttpCode(204)
  @May('report.write')
  async withdraw(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.extensions.withdraw(me, id);
  }

  /** Answer applications (延期审批): approve with the day you fix, or refuse with a reason; all or none. */
  @Post('decisions')
  @May('extension.decide')
  decide(@Me() me: Actor, @Body() body: ExtensionDecisionsDto): Promise<ExtensionsView> {
    return this.decisions.decide(me, body.decisions);
  }
}
