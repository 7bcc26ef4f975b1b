/** How exact numbers leave the database: '1537.0000' becomes '1537'. Plain transformers for entity columns. */
import { Decimal } from 'decimal.js';
import { plain } from './decimal';

export const quantityColumn = {
  from: (value: string | null): string | null => (value === null ? null : plain(value)),
  to: (value: string | null): string | null => value,
};

/** Points always show their two places: '12.50'. */
export const pointsColumn = {
  from: (value: string | null): string | null => (value === null ? null : new Decimal(value).toFixed(2)),
  to: (value: string | null): string | null => value,
};

/** The database alone writes it, and nobody reads it with the row. */
export const keptByDatabase = { select: false, insert: false, update: false } as const;
