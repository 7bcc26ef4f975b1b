/** What the page of ladders reads, and a ladder while it is being written. */
import { queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';

export type Kind = 'task' | 'review';
export type Step = Schemas['LadderStepView'];
export type Ladder = Schemas['LadderView'];

const of = (kind: Kind) => ({ params: { path: { kind } } });

export const ladderQuery = (kind: Kind) =>
  queryOptions({
    queryKey: ['ladder', kind],
    queryFn: () => got(api.GET('/api/v1/district/ladders/{kind}', of(kind))),
  });

/** Nothing is stored: the ladder as it stands on the page. */
export const previewQuery = (kind: Kind, steps: Step[], taskId: string | undefined) =>
  queryOptions({
    queryKey: ['ladder', kind, 'preview', taskId ?? 'next', steps],
    queryFn: () => got(api.POST('/api/v1/district/ladders/{kind}/preview', { ...of(kind), body: { steps, taskId } })),
  });

export const setLadder = ({ kind, version }: Ladder, steps: Step[], reason: string) =>
  got(
    api.PUT('/api/v1/district/ladders/{kind}', {
      params: { path: { kind }, header: { 'If-Match': `"${version}"` } },
      body: { steps, reason },
    }),
  );

export const whomOf: Record<Kind, Step['whom']> = {
  task: ['officer', 'administrator', 'above', 'leader'],
  review: ['reviewer', 'administrator', 'above', 'leader'],
};

/** A step after the last one, under a name that was never used in this ladder. */
export function another(kind: Kind, steps: readonly Step[]): Step {
  const keys = new Set(steps.map(({ key }) => key));
  let no = steps.length + 1;
  while (keys.has(`step${no}`)) no += 1;
  const offset = (steps.at(-1)?.offset ?? 0) + 1;
  const whom = kind === 'task' ? ('officer' as const) : ('reviewer' as const);
  return { key: `step${no}`, offset, whom: [whom], channels: ['inbox'], urgent: false, template: 'urge' };
}
