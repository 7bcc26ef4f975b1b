/** The clock of forms, for the process that has the worker half. */
import { Module } from '@nestjs/common';
import { FormClock } from './form-clock.service';

@Module({ providers: [FormClock], exports: [FormClock] })
export class FormClockModule {}
