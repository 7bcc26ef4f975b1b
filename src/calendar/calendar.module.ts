/** The room of the working calendar (工作日历): which days count where a term runs in working days. */
import { Module } from '@nestjs/common';
import { CalendarService } from './calendar.service';

@Module({ providers: [CalendarService], exports: [CalendarService] })
export class CalendarModule {}
