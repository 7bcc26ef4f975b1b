/** To what stands behind a figure: an entry, an enterprise, a task, or a return in its period. */
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client';

const places = { ledgerEntry: '/ledger-entries/$id', enterprise: '/enterprises/$id', task: '/tasks/$id' } as const;

export function SourceLink({ item: { kind, id, title, of, detail } }: { readonly item: Schemas['TraceItem'] }) {
  if (kind !== 'formReturn')
    return (
      <Link to={places[kind]} params={{ id }}>
        {title}
        {detail !== null && `：${detail}`}
      </Link>
    );
  if (of === null) return title;
  return (
    <Link to="/forms/$id/$period" params={{ id: of.formId, period: of.period }} search={{ look: id }}>
      {title}
    </Link>
  );
}
