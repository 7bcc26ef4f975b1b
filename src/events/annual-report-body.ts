/** What is told of the annual report (年度报告): its words, and the course of its approval. */

export interface AnnualReportBody {
  reportId: string;
  year: number;
  /** Of all it says: the sealed audit trail keeps it too. */
  digest: string;
}

interface AnnualReportTold {
  annualReport: AnnualReportBody;
  reason: string | null;
}

export interface AnnualReportEvents {
  'annualReport.submitted': AnnualReportTold;
  'annualReport.approved': AnnualReportTold;
  'annualReport.returned': AnnualReportTold;
  'annualReport.reopened': AnnualReportTold;
  'annualReportTemplate.published': { annualReportTemplate: { version: number; title: string }; reason: string };
}
