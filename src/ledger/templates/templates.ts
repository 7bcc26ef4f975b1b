/** The library of ready ledgers (台账模板库): those of the annual report's programmes, to be taken as they are or changed. */
import { ACTIVITIES } from './activities';
import { BUILDING } from './building';
import { RIGHTS } from './rights';
import { SERVING } from './serving';
import type { LedgerTemplate } from './template';

export const TEMPLATES: readonly LedgerTemplate[] = [...BUILDING, ...RIGHTS, ...SERVING, ...ACTIVITIES];
