/** How the log of what went out (外发记录) is asked. */
import { Id, Maybe, OneOf, WholeNumber } from '../http/fields';
import type { Channel, DispatchStatus } from './channel';

const channels = ['email', 'robot'] as const satisfies readonly Channel[];
const statuses = ['waiting', 'failed', 'sent', 'given_up', 'withdrawn'] as const satisfies readonly DispatchStatus[];

export class DispatchQuery {
  /** The nextCursor of the answer before. */
  @Maybe() @Id() after?: string;
  /** @example 50 */
  @Maybe() @WholeNumber({ min: 1, max: 200 }) limit: number = 50;
  /** @example "given_up" */
  @Maybe() @OneOf(statuses) status?: DispatchStatus;
  /** @example "robot" */
  @Maybe() @OneOf(channels) channel?: Channel;
  /** Only what was sent because of this task. */
  @Maybe() @Id() taskId?: string;
  /** Only what was sent to this officer. */
  @Maybe() @Id() officerId?: string;
  /** Only what was sent by this robot. */
  @Maybe() @Id() robotId?: string;
}
