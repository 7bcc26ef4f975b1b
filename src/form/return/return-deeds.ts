/** What a reader may do with a return (可办事项), for the console to offer. Pure; the services have the last word. */
import type { Actor } from '../../kernel/actor';
import { may } from '../../organization/rights';
import type { ReturnStatus } from './form-return.entity';

interface Standing {
  readonly unionId: string;
  readonly reviewerId: string | null;
  readonly status: ReturnStatus;
  readonly by: readonly (string | null)[];
  /** Its period can be worked on. */
  readonly workable: boolean;
}

export function deedsOf({ unionId, role, officerId }: Actor, entry: Standing): string[] {
  const { status, workable } = entry;
  if (!workable) return [];
  const own = entry.unionId === unionId && may(role, 'form.write');
  const reviews = entry.reviewerId === unionId && may(role, 'form.review') && !entry.by.includes(officerId);
  const open = status === 'draft' || status === 'returned';
  return [
    ...(own && open ? ['change', 'submit'] : []),
    ...(own && status === 'submitted' ? ['takeBack'] : []),
    ...(own && (open || status === 'submitted') ? ['withdraw'] : []),
    ...(own && status === 'accepted' ? ['correct'] : []),
    ...(reviews && status === 'submitted' ? ['accept', 'return'] : []),
  ];
}
