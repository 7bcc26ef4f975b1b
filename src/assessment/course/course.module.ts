/** The clock of the course, for the process that has the worker half. */
import { Module } from '@nestjs/common';
import { CalendarModule } from '../../calendar/calendar.module';
import { CourseClock } from './course-clock.service';

@Module({ imports: [CalendarModule], providers: [CourseClock], exports: [CourseClock] })
export class CourseModule {}
