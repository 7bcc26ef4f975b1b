/** The clock of the appeals, for the process that has the worker half. */
import { Module } from '@nestjs/common';
import { CalendarModule } from '../../calendar/calendar.module';
import { AppealClock } from './appeal-clock.service';

@Module({ imports: [CalendarModule], providers: [AppealClock], exports: [AppealClock] })
export class AppealClockModule {}
