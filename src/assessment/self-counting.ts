/** Where a scheme has the platform count by itself (自动计数). Pure. */
import type { Countable, SelfCounting } from './countable';
import { type CriterionDefinition, criteriaOf, type SchemeDefinition } from './scheme-types';

/** Where a scheme counts something by itself. */
export interface Counter {
  readonly kind: 'occurrence' | 'bonus' | 'penalty';
  readonly criterion: string | null;
  readonly ground: string;
  readonly counts: Countable;
  readonly per: number;
}

/** Every ground of a checked scheme that the platform counts. */
export function countersOf(definition: SchemeDefinition): Counter[] {
  const of = (
    kind: Counter['kind'],
    criterion: string | null,
    grounds: readonly (SelfCounting & { readonly code: string })[],
  ): Counter[] =>
    grounds.flatMap(({ code, counts, per = 1 }) =>
      counts === undefined ? [] : [{ kind, criterion, ground: code, counts, per }],
    );
  return [
    ...criteriaOf(definition).flatMap(({ criterion }) => of('occurrence', criterion.code, groundsIn(criterion))),
    ...of('bonus', null, definition.bonuses?.kinds ?? []),
    ...of('penalty', null, definition.penalties?.kinds ?? []),
  ];
}

function groundsIn({ rule }: CriterionDefinition): readonly (SelfCounting & { readonly code: string })[] {
  if (rule.kind === 'deduction') return rule.grounds;
  return rule.kind === 'counted' ? rule.kinds : [];
}
