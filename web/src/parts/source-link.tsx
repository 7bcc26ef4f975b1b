/** To what stands behind a figure: an entry, an enterprise, a task, a return in its period, or what came from outside. */
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client';
import { ExternalSource } from './external-source';

const places = { ledgerEntry: '/ledger-entries/$id', enterprise: '/enterprises/$id', task: '/tasks/$id' } as const;

export function SourceLink({ item }: { readonly item: Schemas['TraceItem'] }) {
  const { kind, id, title, of, detail, given, unionId } = item;
  if (kind === 'externalValue')
    return given === null ? title : <ExternalSource source={title} unionId={unionId} given={given} />;
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
