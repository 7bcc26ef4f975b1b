/** Deeds and their announcements, for every room that writes. */
import { Global, Module } from '@nestjs/common';
import { Clock } from '../kernel/clock';
import { Deeds } from './deeds';

@Global()
@Module({ providers: [Deeds, { provide: Clock, useFactory: () => new Clock() }], exports: [Deeds, Clock] })
export class OutboxModule {}
