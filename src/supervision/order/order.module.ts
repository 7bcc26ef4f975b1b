/** Supervision orders (督办单) and interviews (约谈). */
import { Module } from '@nestjs/common';
import { CalendarModule } from '../../calendar/calendar.module';
import { WorkModule } from '../../work/work.module';
import { InterviewReader } from '../interview/interview.reader';
import { InterviewService } from '../interview/interview.service';
import { OrderEvidenceService } from './order-evidence.service';
import { OrderReader } from './order.reader';
import { OrderService } from './order.service';

const services = [OrderService, OrderReader, OrderEvidenceService, InterviewService, InterviewReader];

@Module({ imports: [CalendarModule, WorkModule], providers: services, exports: services })
export class OrderModule {}
