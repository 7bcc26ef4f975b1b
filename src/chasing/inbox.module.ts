/** The door to one's own messages, for the process that answers. */
import { Module } from '@nestjs/common';
import { ChasingModule } from './chasing.module';
import { InboxController } from './inbox.controller';

@Module({ imports: [ChasingModule], controllers: [InboxController] })
export class InboxModule {}
