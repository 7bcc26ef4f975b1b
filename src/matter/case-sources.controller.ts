/** Sources of cases (来件渠道) for the district's administrator: the mapping as data, and a trial of it. */
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import type { Actor } from '../kernel/actor';
import { CaseSourceChangeDto, CaseSourceDto, CaseTrialDto } from './case-source.dto';
import { CaseSourceService } from './case-source.service';
import { CaseSourceList, CaseSourceView, CaseTrialView } from './case-source.view';

@Controller()
export class CaseSourcesController {
  constructor(private readonly sources: CaseSourceService) {}

  /** All of the district, fifty at most. */
  @Get('case-sources')
  @May('case.define', 'district')
  list(@Me() me: Actor): Promise<CaseSourceList> {
    return this.sources.list(me);
  }

  /** One with its mapping. */
  @Get('case-sources/:id')
  @May('case.define', 'district')
  get(@Me() me: Actor, @PathId() id: string): Promise<CaseSourceView> {
    return this.sources.one(me, id);
  }

  /** Add a source: its program, and what its body means here. */
  @Post('case-sources')
  @May('case.define', 'district')
  add(@Me() me: Actor, @Body() body: CaseSourceDto): Promise<CaseSourceView> {
    return this.sources.add(me, body);
  }

  /** Change it. What has come in already stays as it was read. */
  @Put('case-sources/:id')
  @May('case.define', 'district')
  change(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() seen: number,
    @Body() body: CaseSourceChangeDto,
  ): Promise<CaseSourceView> {
    return this.sources.change(me, id, seen, body);
  }

  /** Try a mapping (试转换): what a body would become. Nothing is kept. */
  @Post('case-source-trials')
  @HttpCode(200)
  @May('case.define', 'district')
  try(@Me() me: Actor, @Body() { mapping, body }: CaseTrialDto): Promise<CaseTrialView> {
    return this.sources.try(me, mapping, body);
  }
}
