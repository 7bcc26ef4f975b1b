/** The desk: reads what the writers wrote, decides nothing. */
import { Module } from '@nestjs/common';
import { DeskController } from './desk.controller';
import { DeskReader } from './desk.reader';

@Module({ controllers: [DeskController], providers: [DeskReader] })
export class DeskModule {}
