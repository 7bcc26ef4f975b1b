/** What is told of ledgers (台账) and their entries: never words somebody typed into a field, never personal data. */
import type { Quantity } from '../kernel/decimal';

export interface LedgerBody {
  ledgerId: string;
  code: string;
  name: string;
  programme: string;
  version: number;
}

/** An entry as it stands after the deed. */
export interface LedgerEntryBody {
  entryId: string;
  unionId: string;
  day: string;
  status: 'draft' | 'submitted' | 'returned' | 'accepted' | 'corrected' | 'withdrawn';
  /** The accepted entry that it corrects. */
  correctsId: string | null;
  /** Its numbers, choices, days and unions by field. */
  figures: Record<string, Quantity>;
}

export interface LedgerEntryTold {
  ledger: LedgerBody;
  ledgerEntry: LedgerEntryBody;
  reason: string | null;
}

/** Entries of a batch of a spreadsheet that were handed in, by the union they are of. */
export interface LedgerBatch {
  ledger: LedgerBody;
  intakeId: string;
  /** Whether they wait for acceptance, or count. */
  status: 'submitted' | 'accepted';
  unions: { unionId: string; entries: number; from: string; to: string }[];
}

/** A spreadsheet that was taken in. */
export interface LedgerIntake {
  ledger: LedgerBody;
  intakeId: string;
  unionId: string;
  fileName: string;
  created: number;
  unchanged: number;
  faulty: number;
}

export interface LedgerEvents {
  'ledger.batchTaken': LedgerBatch;
  'ledger.takenIn': LedgerIntake;
  'ledger.published': { ledger: LedgerBody; reason: string };
  'ledger.retired': { ledger: LedgerBody; reason: string };
  'ledgerEntry.submitted': LedgerEntryTold;
  'ledgerEntry.returned': LedgerEntryTold;
  'ledgerEntry.accepted': LedgerEntryTold;
  /** Replaced by a correction that was accepted. */
  'ledgerEntry.corrected': LedgerEntryTold;
  /** Given up, or taken back to be changed. */
  'ledgerEntry.withdrawn': LedgerEntryTold;
}
