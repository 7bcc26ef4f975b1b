/** The subdistrict door (街道总工会) for schemes: write how the communities are scored. */
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { SchemeDto, SchemeQuery } from '../assessment/assessment.dto';
import { SchemeService } from '../assessment/scheme.service';
import { SchemeList, SchemeView } from '../assessment/scheme.view';
import { IfMatch } from '../http/if-match';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';

const May = forTier('subdistrict');

@Controller('subdistrict/schemes')
export class SubdistrictSchemesController {
  constructor(private readonly schemes: SchemeService) {}

  /** Your schemes, the latest year first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: SchemeQuery): Promise<SchemeList> {
    return this.schemes.list(me, query);
  }

  /** Write a scheme (考核方案): parts and criteria whose marks add up. */
  @Post()
  @May('assessment.conduct')
  create(@Me() me: Actor, @Body() body: SchemeDto): Promise<SchemeView> {
    return this.schemes.create(me, body);
  }

  /** One scheme of yours. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<SchemeView> {
    return this.schemes.get(me, id);
  }

  /** Write a scheme anew, while no assessment uses it. */
  @Put(':id')
  @May('assessment.conduct')
  change(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: SchemeDto,
  ): Promise<SchemeView> {
    return this.schemes.change(me, id, version, body);
  }
}
