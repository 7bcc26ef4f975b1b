/** The room of the burden (减负): how much those below are asked for, and what it costs them. */
import { Module } from '@nestjs/common';
import { BurdenController } from './burden.controller';
import { BurdenReader } from './burden.reader';
import { CostReader } from './cost.reader';
import { MinutesService } from './minutes.service';

const services = [BurdenReader, CostReader, MinutesService];

@Module({ controllers: [BurdenController], providers: services, exports: services })
export class BurdenModule {}
