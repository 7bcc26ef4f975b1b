/** Statistical forms (统计报表) for every tier: what is to be filled in, by when, and how the unions stand with it. */
import { Controller, Get, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { PathVersion } from '../http/version-param';
import type { Actor } from '../kernel/actor';
import { FormListQuery } from './definition/form.dto';
import { FormReader } from './definition/form.reader';
import { FormDetail, FormList } from './definition/form.view';

@Controller('forms')
export class FormsController {
  constructor(private readonly reader: FormReader) {}

  /** The forms of your district. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: FormListQuery): Promise<FormList> {
    return this.reader.list(me, query);
  }

  /** One form as it was published last. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<FormDetail> {
    return this.reader.one(me, id);
  }

  /** One version, by which older returns were made. */
  @Get(':id/versions/:version')
  @May('work.read')
  version(@Me() me: Actor, @PathId() id: string, @PathVersion() version: number): Promise<FormDetail> {
    return this.reader.one(me, id, version);
  }
}
