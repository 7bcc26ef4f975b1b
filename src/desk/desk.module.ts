/** The desks: they read what the writers wrote, and decide nothing. */
import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module';
import { DeskController } from './desk.controller';
import { DeskReader } from './desk.reader';
import { LeaderDeskController } from './leader-desk.controller';
import { LeaderDeskReader } from './leader-desk.reader';

@Module({
  imports: [CalendarModule],
  controllers: [DeskController, LeaderDeskController],
  providers: [DeskReader, LeaderDeskReader],
})
export class DeskModule {}
