/** Making the Word document of an annual report (导出年度报告), in the audit trail. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { readAnnualReport } from '../annual-report.reader';

export interface MadeDocument {
  readonly name: string;
  readonly bytes: Buffer;
}

@Injectable()
export class DocumentService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  async make(actor: Actor, asked?: number): Promise<MadeDocument> {
    const report = await this.deeds.transaction(async (tx) => {
      const read = await readAnnualReport(tx, actor.districtId, asked);
      const { year, digest, status } = read;
      await audit(tx, actor, 'annualReport.exported', read.submission?.id ?? null, { after: { year, digest, status } });
      return read;
    });
    // what writes Word documents is loaded when the first one is asked for
    const { reportDocument } = await import('./report-document.js');
    return { name: `${report.title}.docx`, bytes: await reportDocument(report) };
  }
}
