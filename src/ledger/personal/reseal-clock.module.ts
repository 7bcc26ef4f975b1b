/** The clock of sealing anew, for the process that has the worker half. */
import { Module } from '@nestjs/common';
import { ResealClock } from './reseal-clock.service';

@Module({ providers: [ResealClock], exports: [ResealClock] })
export class ResealClockModule {}
