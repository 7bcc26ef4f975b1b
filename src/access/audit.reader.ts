/** The audit trail (审计日志) of a district, the newest first. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { AuditEntry } from '../outbox/audit-entry.entity';
import type { AuditList } from './audit.view';

@Injectable()
export class AuditReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async list(actor: Actor, asked: { page: number; pageSize: number; subjectId?: string }): Promise<AuditList> {
    const { page, pageSize, subjectId } = asked;
    const where = { districtId: actor.districtId, ...(subjectId === undefined ? {} : { subjectId }) };
    const order = { id: 'DESC' } as const;
    const paging = { skip: (page - 1) * pageSize, take: pageSize };
    const [entries, total] = await this.database.manager.findAndCount(AuditEntry, { where, order, ...paging });
    const items = entries.map(({ districtId: _, ...entry }) => ({ ...entry, at: entry.at.toISOString() }));
    return { items, page, pageSize, total };
  }
}
