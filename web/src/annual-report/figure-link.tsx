/** A figure in the report, to be opened. */
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export function FigureLink({ code, children }: { readonly code: string; readonly children: ReactNode }) {
  const { year } = useSearch({ from: '/inside/annual-report' });
  return (
    <Link to="/annual-report" search={{ year, figure: code }} resetScroll={false} className="figure">
      {children}
    </Link>
  );
}
