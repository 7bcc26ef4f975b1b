/** The desk (我的工作台): what I must do now, what is due soon, what waits on others. */
import { Controller, Get } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import type { Actor } from '../kernel/actor';
import { DeskReader } from './desk.reader';
import { DeskView } from './desk.view';

@Controller('me/desk')
export class DeskController {
  constructor(private readonly desks: DeskReader) {}

  /** My desk: what I may and must do, what hurts most first. */
  @Get()
  @May('self')
  read(@Me() me: Actor): Promise<DeskView> {
    return this.desks.read(me);
  }
}
