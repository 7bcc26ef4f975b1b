/** A field of a query area, with its words before it. */
import type { ReactNode } from 'react';

export function Filter({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label>
      <span>{label}</span>
      {children}
    </label>
  );
}
