/** The clock of the indicators, for the worker. */
import { Module } from '@nestjs/common';
import { IndicatorClock } from './indicator-clock.service';

@Module({ providers: [IndicatorClock], exports: [IndicatorClock] })
export class IndicatorClockModule {}
