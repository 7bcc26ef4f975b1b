/** What a column is called where programs write it (字段名). Pure. */
import type { IntakeColumn } from './taker';

export const fieldOf = ({ key, field = key }: Pick<IntakeColumn, 'key' | 'field'>): string => field;
