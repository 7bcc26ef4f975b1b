/** Who takes spreadsheets in (导入方), by explicit list. */
import { enterpriseTaker } from './enterprise/enterprise-taker';
import type { Taker } from './intake/taker';

export const takers: readonly Taker[] = [enterpriseTaker];
