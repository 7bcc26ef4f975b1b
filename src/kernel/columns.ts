/** How exact numbers leave the database: '1537.0000' becomes '1537'. Plain transformers for entity columns. */
import { plain } from './decimal';

export const quantityColumn = {
  from: (value: string | null): string | null => (value === null ? null : plain(value)),
  to: (value: string | null): string | null => value,
};
