/** Answers that are kept: for the platform's boards and the lists of the doors. */
import { Module } from '@nestjs/common';
import { Kept } from './kept.service';

@Module({ providers: [Kept], exports: [Kept] })
export class KeptModule {}
