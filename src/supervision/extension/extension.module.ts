/** Extensions (延期): applied for, answered, read. */
import { Module } from '@nestjs/common';
import { ExtensionDecisionService } from './extension-decision.service';
import { ExtensionReader } from './extension.reader';
import { ExtensionService } from './extension.service';

const services = [ExtensionService, ExtensionDecisionService, ExtensionReader];

@Module({ providers: services, exports: services })
export class ExtensionModule {}
