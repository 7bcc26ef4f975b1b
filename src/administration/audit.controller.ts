/** The audit trail (审计日志), for the audit administrator only. */
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { May, Me } from '../access/declarations';
import type { Actor } from '../kernel/actor';
import { AuditEntry } from '../outbox/audit-entry.entity';
import { AuditQuery } from './administration.dto';
import { AuditList } from './audit.view';

@Controller('audit-entries')
export class AuditController {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Who did what, from where, on what, before and after; the newest first. */
  @Get() @May('audit.read')
  async list(@Me() me: Actor, @Query() { page, pageSize, subjectId }: AuditQuery): Promise<AuditList> {
    const where = { districtId: me.districtId, ...(subjectId === undefined ? {} : { subjectId }) };
    const order = { id: 'DESC' } as const;
    const [entries, total] = await this.database.manager.findAndCount(AuditEntry, { where, order, skip: (page - 1) * pageSize, take: pageSize });
    return { items: entries.map(({ districtId: _, ...entry }) => ({ ...entry, at: entry.at.toISOString() })), page, pageSize, total };
  }
}
