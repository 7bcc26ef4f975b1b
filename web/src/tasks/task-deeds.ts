/** Changing and withdrawing a task of the district or a share one gave. */
import { useQueryClient } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';
import { type UpperTier, upperDoors } from '../api/doors';
import { deskKey } from '../desk/desk';

type Task = Schemas['TaskView'];

/** A share under the task it is part of, or, without one, the district's own task. */
export interface Changeable {
  readonly tier: UpperTier;
  readonly parent: Task | undefined;
  readonly task: Task;
}

/** Refused where somebody else changed it in between. Errors: Problem, Unreachable. */
export async function changeTask({ tier, parent, task }: Changeable, body: Schemas['ChangeDto']): Promise<void> {
  const header = { 'If-Match': `"${task.version}"` };
  await (parent === undefined
    ? got(api.PATCH('/api/v1/district/tasks/{id}', { params: { path: { id: task.id }, header }, body }))
    : got(
        api.PATCH(upperDoors[tier].share, {
          params: { path: { id: parent.id, shareId: task.id }, header },
          body,
        }),
      ));
}

export async function withdrawTask({ tier, parent, task }: Changeable, reason: string): Promise<void> {
  const body = { reason };
  await (parent === undefined
    ? got(api.POST('/api/v1/district/tasks/{id}/withdrawal', { params: { path: { id: task.id } }, body }))
    : got(api.POST(upperDoors[tier].shareWithdrawal, { params: { path: { id: parent.id, shareId: task.id } }, body })));
}

/** Reads again whatever a deed about tasks may have changed. */
export function useAgain(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [['task'], ['tasks'], ['board'], ['report'], deskKey].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}
