/** Sign-in, sessions, keys and the guard before every route. */
import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AnswerInterceptor } from '../http/answer.interceptor';
import { ApiKeyService } from './key/api-key.service';
import { ApplicationService } from './key/application.service';
import { KeyCheckService } from './key/key-check.service';
import { KeyDoor } from './key/key-door.service';
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
    KeyCheckService,
    KeyDoor,
    ApplicationService,
    ApiKeyService,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
  ],
  exports: [SessionService, OpenSessionService, AuditReader, ApplicationService, ApiKeyService],
})
export class AccessModule {}
