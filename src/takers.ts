/** Who takes spreadsheets in (导入方), by explicit list. */
import type { Config } from './config';
import { enterpriseTaker } from './enterprise/enterprise-taker';
import { formTaker } from './form/intake/form-taker';
import { valueTaker } from './indicator/external/value-taker';
import type { Taker, TakerSource } from './intake/taker';
import { ledgerTakers } from './ledger/intake/ledger-taker';

export const takersOf = (config: Config): readonly (Taker | TakerSource)[] => [
  enterpriseTaker,
  ledgerTakers(config),
  formTaker,
  valueTaker,
];
