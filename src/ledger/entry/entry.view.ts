/** Entries of ledgers (台账记录) as they are answered; personal data masked. */
import { ApiProperty } from '@nestjs/swagger';
import { LedgerDefinitionDto } from '../type/ledger-type.dto';
import type { EntryStepKind } from './entry-step.entity';
import type { EntryStatus } from './ledger-entry.entity';

export class LedgerEntryView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** The ledger. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  ledgerId!: string;
  /** Of the form it was made with. @example 1 */
  formVersion!: number;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "2026-09-28" */
  day!: string;
  /** By field; personal data masked. @example { "kind": "visit", "people": "12", "amount": "6000" } */
  values!: object;
  /** draft (草稿), submitted (已上报), returned (已退回), accepted (已通过), corrected (已更正), withdrawn (已撤回). @example "submitted" */
  status!: EntryStatus;
  /** The accepted entry that this one corrects. @example null */
  correctsId!: string | null;
  /** Files. @example 1 */
  files!: number;
  /** The officer who began it. @example "王芳" */
  createdBy!: string;
  /** @example "2026-09-28T02:00:00.000Z" */
  submittedAt!: string | null;
  /** It waits for your union, and you may accept or return it. @example false */
  decidable!: boolean;
  /** @example 2 */
  version!: number;
}

export class LedgerEntryList {
  items!: LedgerEntryView[];
  /** Names of the unions that stand in the values, by their ids. @example {} */
  unions!: Record<string, string>;
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** Counted up to 10000. @example 1 */
  total!: number;
  /** There are more than were counted: narrow the filter to see them. @example false */
  more!: boolean;
}

export class LedgerFileView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** The file field it was given for; null: evidence of the entry. @example null */
  field!: string | null;
  /** @example "慰问现场.jpg" */
  name!: string;
  /** @example "image/jpeg" */
  mediaType!: string;
  /** Bytes. @example 204800 */
  size!: number;
  /** @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" */
  sha256!: string;
  /** @example "2026-09-28T02:00:00.000Z" */
  createdAt!: string;
}

export class LedgerStepView {
  /** @example "submitted" */
  kind!: EntryStepKind;
  /** The officer. @example "王芳" */
  by!: string;
  /** @example "2026-09-28T02:00:00.000Z" */
  at!: string;
  /** Why. @example null */
  words!: string | null;
  /** Field → before and after; personal data masked. @example null */
  changes!: object | null;
}

export class LedgerEntryDetail extends LedgerEntryView {
  /** The form it was made with. */
  definition!: LedgerDefinitionDto;
  /** Names of the unions that stand in the values, by their ids. @example {} */
  unions!: Record<string, string>;
  evidence!: LedgerFileView[];
  /** The first first. */
  steps!: LedgerStepView[];
  /** What the reader may do with it: change, submit, takeBack, withdraw, correct, accept, return, disclose. @example ["accept", "return"] */
  deeds!: string[];
}

export class LedgerRefusalView {
  /** @example "ledgerEntry.state" */
  code!: string;
  /** @example "记录的当前状态不允许这样办理，请刷新后再看。" */
  zh!: string;
  /** @example "As the entry stands now, this cannot be done: read it again." */
  en!: string;
}

export class LedgerDecisionView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  entryId!: string;
  /** refused: it stays as it is. @example "accepted" */
  outcome!: 'accepted' | 'returned' | 'refused';
  /** Why it is not decided. */
  @ApiProperty({ type: () => LedgerRefusalView, nullable: true }) refusal!: LedgerRefusalView | null;
}

export class LedgerDecisionList {
  /** In the order in which they were given. */
  items!: LedgerDecisionView[];
  /** @example 1 */
  decided!: number;
  /** @example 0 */
  refused!: number;
}
