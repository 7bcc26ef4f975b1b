/** The audit trail (审计日志), for the audit administrator only. */
import { Controller, Get, Query } from '@nestjs/common';
import { AuditReader } from '../access/audit.reader';
import { AuditList, AuditVerification } from '../access/audit.view';
import { May, Me } from '../access/declarations';
import type { Actor } from '../kernel/actor';
import { AuditQuery, AuditVerificationQuery } from './administration.dto';

@Controller('audit-entries')
export class AuditController {
  constructor(private readonly trail: AuditReader) {}

  /** Who did what, from where, on what, before and after; the newest first. */
  @Get()
  @May('audit.read')
  list(@Me() me: Actor, @Query() query: AuditQuery): Promise<AuditList> {
    return this.trail.list(me, query);
  }

  /** Whether every entry is as it was written: the chain of hashes, checked from a number on, in pieces. */
  @Get('verification')
  @May('audit.read')
  verify(@Me() me: Actor, @Query() query: AuditVerificationQuery): Promise<AuditVerification> {
    return this.trail.verify(me, query.from);
  }
}
