/** The working copy (退回后修改稿) of a returned entry: as its union changes it, until it is handed in again or given up. */
import { Entity } from 'typeorm';
import { LedgerEntry } from '../entry/ledger-entry.entity';

@Entity('ledger_rework')
export class LedgerRework extends LedgerEntry {}
