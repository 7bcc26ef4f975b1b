/** The clock of supervision, for the process that has the worker half. */
import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module';
import { SupervisionClock } from './supervision-clock.service';

@Module({ imports: [CalendarModule], providers: [SupervisionClock], exports: [SupervisionClock] })
export class SupervisionClockModule {}
