/** Exceptions (免报、补报) for every tier: read, and taken back by the union that proposed them. */
import { Controller, Delete, Get, HttpCode, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { FormExceptionQuery } from './exception/exception.dto';
import { FormExceptionReader } from './exception/exception.reader';
import { FormExceptionService } from './exception/exception.service';
import { FormExceptionList, FormExceptionView } from './exception/exception.view';

@Controller('form-exceptions')
export class FormExceptionsController {
  constructor(
    private readonly reader: FormExceptionReader,
    private readonly exceptions: FormExceptionService,
  ) {}

  /** Exceptions for your union and those below it, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: FormExceptionQuery): Promise<FormExceptionList> {
    return this.reader.list(me, query);
  }

  /** One exception. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<FormExceptionView> {
    return this.reader.one(me, id);
  }

  /** Take back (撤回) what your union proposed, while nobody has decided. */
  @Delete(':id')
  @HttpCode(204)
  @May('form.write')
  async withdraw(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.exceptions.withdraw(me, id);
  }
}
