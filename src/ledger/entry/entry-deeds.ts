/** What a reader may do with an entry (可办事项), for the console to offer. Pure; the services have the last word. */
import type { Actor } from '../../kernel/actor';
import { may } from '../../organization/rights';
import type { EntryStatus } from './ledger-entry.entity';

interface Standing {
  readonly unionId: string;
  readonly reviewerId: string | null;
  readonly status: EntryStatus;
  readonly by: readonly (string | null)[];
  readonly personal: boolean;
}

export function deedsOf({ unionId, role, officerId }: Actor, entry: Standing): string[] {
  const { status, personal } = entry;
  const own = entry.unionId === unionId && may(role, 'ledger.write');
  const reviews =
    entry.reviewerId === unionId &&
    status === 'submitted' &&
    may(role, 'ledger.review') &&
    !entry.by.includes(officerId);
  const open = status === 'draft' || status === 'returned';
  return [
    ...(own && open ? ['change', 'submit'] : []),
    ...(own && status === 'submitted' ? ['takeBack'] : []),
    ...(own && (open || status === 'submitted') ? ['withdraw'] : []),
    ...(own && status === 'accepted' ? ['correct'] : []),
    ...(reviews ? ['accept', 'return'] : []),
    ...(personal && may(role, 'personal.read') ? ['disclose'] : []),
  ];
}
