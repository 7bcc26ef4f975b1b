/** What the system administrator sees and does where announcements get stuck. */
import { Module } from '@nestjs/common';
import { DeliveryController } from './delivery.controller';
import { DeliveryReader } from './delivery.reader';
import { RedeliveryService } from './redelivery.service';

@Module({ controllers: [DeliveryController], providers: [DeliveryReader, RedeliveryService] })
export class DeliveryModule {}
