/** The room of supervision (督办): extensions, parking, orders, interviews. */
import { Module } from '@nestjs/common';
import { ExtensionModule } from './extension/extension.module';
import { OrderModule } from './order/order.module';
import { ParkingService } from './parking.service';
import { TaskSupervisionReader } from './task-supervision.reader';

@Module({
  imports: [ExtensionModule, OrderModule],
  providers: [ParkingService, TaskSupervisionReader],
  exports: [ExtensionModule, OrderModule, ParkingService, TaskSupervisionReader],
})
export class SupervisionModule {}
