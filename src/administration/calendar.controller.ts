/** The working calendar (工作日历): everybody reads it, the system administrator sets days otherwise. */
import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { CalendarService } from '../calendar/calendar.service';
import { CalendarDayView, CalendarView } from '../calendar/calendar.view';
import { PathDay } from '../http/day-param';
import type { Actor } from '../kernel/actor';
import { CalendarQuery, WorkingDayDto } from './administration.dto';

@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  /** A year: holidays, worked weekends and what the district has set otherwise. */
  @Get()
  @May('union.read')
  year(@Me() me: Actor, @Query() query: CalendarQuery): Promise<CalendarView> {
    return this.calendar.year(me, query.year);
  }

  /** Set a day as worked or off, otherwise than the official calendar says; what was set before is replaced. */
  @Put(':day')
  @May('calendar.write')
  set(@Me() me: Actor, @PathDay() day: string, @Body() body: WorkingDayDto): Promise<CalendarDayView> {
    return this.calendar.set(me, day, body);
  }

  /** Give a day back to the official calendar. */
  @Delete(':day')
  @HttpCode(204)
  @May('calendar.write')
  async withdraw(@Me() me: Actor, @PathDay() day: string): Promise<void> {
    await this.calendar.withdraw(me, day);
  }
}
