/** The room from which messages go out (外发): mail addresses, group robots, the words of messages, the log. */
import { Module } from '@nestjs/common';
import { DispatchReader } from './dispatch.reader';
import { MailAddressController } from './mail-address.controller';
import { MailAddressService } from './mail-address.service';
import { MessageTemplateService } from './message-template.service';
import { RedispatchService } from './redispatch.service';
import { RobotService } from './robot.service';

const services = [MailAddressService, RobotService, MessageTemplateService, DispatchReader, RedispatchService];

@Module({ controllers: [MailAddressController], providers: services, exports: services })
export class DispatchModule {}
