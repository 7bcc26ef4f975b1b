/** What is told of the enterprise register (企业库). */

export type EnterpriseKind = 'non_public' | 'public';

/** 核查结论: 正常、非正常、事实不存在. */
export type Standing = 'normal' | 'abnormal' | 'nonexistent';

export interface EnterpriseWords {
  enterpriseId: string;
  creditCode: string;
  name: string;
  unionId: string;
}

/** Counts of the enterprises directly under one union, as they stand after the deed. */
export interface EnterpriseCountBody {
  unionId: string;
  kind: EnterpriseKind;
  preset: number;
  excluded: number;
  unionized: number;
  unionizedVerified: number;
  workers: number;
  workersVerified: number;
  members: number;
  membersVerified: number;
  uncounted: number;
}

/** An enterprise with why, and the counts of every union it touched. */
export interface EnterpriseTold {
  enterprise: EnterpriseWords;
  reason: string | null;
  counts: EnterpriseCountBody[];
}

/** A batch of a spreadsheet: only its counts are told. */
export interface EnterpriseBatch {
  intakeId: string;
  counts: EnterpriseCountBody[];
}

/** All enterprises of a union that closed, taken over by another from a day on. */
export interface EnterpriseHandover {
  fromUnionId: string;
  fromUnionName: string;
  unionId: string;
  enterprises: number;
  since: string;
  reason: string;
  counts: EnterpriseCountBody[];
}

/** A spreadsheet that was taken in. */
export interface EnterpriseIntake {
  intakeId: string;
  unionId: string;
  fileName: string;
  created: number;
  changed: number;
  unchanged: number;
  faulty: number;
}

/** A finding about enterprises that were proposed together (核查), at most 200. */
export interface VerificationTold {
  proposalId: string;
  unionId: string;
  finding: Standing;
  enterprises: EnterpriseWords[];
  reason: string | null;
  counts: EnterpriseCountBody[];
}

export interface EnterpriseEvents {
  'enterprise.registered': EnterpriseTold;
  'enterprise.changed': EnterpriseTold;
  'enterprise.counted': EnterpriseTold;
  'enterprise.moved': EnterpriseTold;
  'enterprise.closed': EnterpriseTold;
  'enterprise.handedOver': EnterpriseHandover;
  'enterprise.batchTaken': EnterpriseBatch;
  'enterprise.takenIn': EnterpriseIntake;
  'verification.proposed': VerificationTold;
  'verification.accepted': VerificationTold;
  'verification.refused': VerificationTold;
}
