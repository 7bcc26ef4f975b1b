/** All kinds of records (数据类别), in the order in which a program takes them over: unions first. */
import { indicatorValues, scores } from './figure-kinds';
import type { RecordKind } from './kind';
import { enterprises, formReturns, ledgerEntries } from './register-kinds';
import { extensions, orders } from './supervision-kinds';
import { reports, tasks, unions } from './work-kinds';

export const recordKinds: readonly RecordKind[] = [
  unions,
  tasks,
  reports,
  extensions,
  orders,
  enterprises,
  ledgerEntries,
  formReturns,
  indicatorValues,
  scores,
];

/** Every filter that any kind knows. */
export const filterNames: readonly string[] = [...new Set(recordKinds.flatMap(({ filters }) => Object.keys(filters)))];
