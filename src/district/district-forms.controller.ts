/** The district door (区总工会) for statistical forms (报表定义): make, try, publish anew from a period on, retire. */
import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import {
  FormDto,
  FormListQuery,
  FormRetirementDto,
  FormTrialDto,
  NewFormVersionDto,
} from '../form/definition/form.dto';
import { FormReader } from '../form/definition/form.reader';
import { FormService } from '../form/definition/form.service';
import { FormDetail, FormList, FormTrial, FormVersionList } from '../form/definition/form.view';
import { PathId } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';

const May = forTier('district');

@Controller('district/forms')
export class DistrictFormsController {
  constructor(
    private readonly reader: FormReader,
    private readonly forms: FormService,
  ) {}

  /** The forms of your district. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: FormListQuery): Promise<FormList> {
    return this.reader.list(me, query);
  }

  /** Make a form; its first version is published with it, from its first period on. */
  @Post()
  @May('form.define')
  create(@Me() me: Actor, @Body() body: FormDto): Promise<FormDetail> {
    return this.forms.create(me, body);
  }

  /** Try a definition without a trace: all that is wrong, or its JSON Schema and how many unions would owe it. */
  @Post('trials')
  @HttpCode(200)
  @May('form.define')
  try(@Me() me: Actor, @Body() body: FormTrialDto): Promise<FormTrial> {
    return this.forms.try(me, body, null);
  }

  /** One form as it was published last. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<FormDetail> {
    return this.reader.one(me, id);
  }

  /** Try another version of a form without a trace. */
  @Post(':id/trials')
  @HttpCode(200)
  @May('form.define')
  tryVersion(@Me() me: Actor, @PathId() id: string, @Body() body: FormTrialDto): Promise<FormTrial> {
    return this.forms.try(me, body, id);
  }

  /** Publish another version from a period on; returns keep the one they were made with, and what is locked stays. */
  @Put(':id')
  @May('form.define')
  publish(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() seen: number,
    @Body() body: NewFormVersionDto,
  ): Promise<FormDetail> {
    return this.forms.publish(me, id, seen, body);
  }

  /** Retire it (停用): nothing is owed after its last period. */
  @Post(':id/retirement')
  @May('form.define')
  retire(@Me() me: Actor, @PathId() id: string, @Body() body: FormRetirementDto): Promise<FormDetail> {
    return this.forms.retire(me, id, body);
  }

  /** Take it up again (恢复使用), while no period since then is locked. */
  @Delete(':id/retirement')
  @HttpCode(204)
  @May('form.define')
  async resume(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.forms.resume(me, id, '恢复使用');
  }

  /** Every version that was published, the latest first. */
  @Get(':id/versions')
  @May('work.read')
  versions(@Me() me: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<FormVersionList> {
    return this.reader.versions(me, id, query);
  }
}
