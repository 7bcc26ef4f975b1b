/** The room of the chasing (催办): ladders, reminders, messages, urges. */
import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module';
import { ChasingClock } from './chasing-clock.service';
import { InboxService } from './inbox.service';
import { LadderService } from './ladder.service';
import { PreviewReader } from './preview.reader';
import { ReminderReader } from './reminder.reader';
import { ReminderSettingsService } from './reminder-settings.service';
import { UrgeService } from './urge.service';

const services = [
  ChasingClock,
  LadderService,
  PreviewReader,
  InboxService,
  ReminderSettingsService,
  ReminderReader,
  UrgeService,
];

@Module({ imports: [CalendarModule], providers: services, exports: services })
export class ChasingModule {}
