/** The functions of all sources (取数函数), by name. A source is a file of its own and a line here and in sources.ts. */
import type { Call } from '../expression/syntax';
import type { IndicatorAround, World } from '../expression/world';
import type { Asked } from './asked';
import { externalFunctions } from './external-functions';
import { formFunctions } from './form-functions';
import { ledgerFunctions } from './ledger-functions';
import { registerFunctions } from './register-functions';
import { taskFunctions } from './task-functions';

/** Reads a call: what it asks for, and in which unit. Errors: Mistake. */
export type FunctionReader = (
  call: Call,
  world: World,
  around: IndicatorAround,
) => { readonly asked: Asked; readonly unit: string | null };

export const functions: ReadonlyMap<string, FunctionReader> = new Map<string, FunctionReader>([
  ...Object.entries(ledgerFunctions),
  ...Object.entries(registerFunctions),
  ...Object.entries(taskFunctions),
  ...Object.entries(formFunctions),
  ...Object.entries(externalFunctions),
]);
