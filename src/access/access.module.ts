/** Sign-in, sessions and the guard before every route. */
import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AnswerInterceptor } from '../http/answer.interceptor';
import { AccessGuard } from './access.guard';
import { AuditReader } from './audit.reader';
import { MeReader } from './me.reader';
import { OpenSessionService } from './open-session.service';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';

@Module({
  controllers: [SessionController],
  providers: [
    SessionService,
    OpenSessionService,
    MeReader,
    AuditReader,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
  ],
  exports: [SessionService, OpenSessionService, AuditReader],
})
export class AccessModule {}
