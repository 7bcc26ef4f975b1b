/** All projections, by explicit list, and the check at boot that nothing announced goes unheard. */
import { eventNames } from '../events/event-names';
import type { EventName } from '../events/events';
import { activityFeed } from './activity-feed/activity-feed.projection';
import { enterpriseBoard } from './enterprise-board/enterprise-board.projection';
import { indicatorBoard } from './indicator-board/indicator-board.projection';
import type { Projection } from './projection';
import { scoreCard } from './scoreboard/score-card.projection';
import { scoreLine } from './scoreboard/score-line.projection';
import { scoreboard } from './scoreboard/scoreboard.projection';
import { taskBoard } from './task-board/task-board.projection';
import { targetLine } from './target-line/target-line.projection';
import { trend } from './trend/trend.projection';
import { unionCard } from './union-card/union-card.projection';

export const projections: readonly Projection[] = [
  unionCard,
  taskBoard,
  scoreboard,
  scoreCard,
  scoreLine,
  trend,
  enterpriseBoard,
  indicatorBoard,
  targetLine,
  activityFeed,
];

/** The tables that a rebuild makes anew. */
export const projectionTables = [
  'union_card',
  'task_board',
  'light_rule',
  'standing',
  'score_card',
  'score_line',
  'progress_day',
  'enterprise_count',
  'indicator_card',
  'indicator_value',
  'indicator_closure',
  'target_card',
  'feed_entry',
  'feed_reader',
] as const;

/** Their sums move with every report: room is left on their pages. */
export const roomyTables: ReadonlySet<string> = new Set(['task_board', 'standing']);

/** Heard by the processor itself. */
const elsewhere: readonly EventName[] = ['system.canary'];

/** Throws when an event name has no handler or a handler waits for an unknown event. */
export function checkHandlers(known: readonly string[] = eventNames, list: readonly Projection[] = projections): void {
  const heard = new Set<string>([...elsewhere, ...list.flatMap((projection) => Object.keys(projection.on))]);
  const unheard = known.filter((name) => !heard.has(name));
  const unknown = [...heard].filter((name) => !known.includes(name));
  if (unheard.length > 0) throw new Error(`No projection handles: ${unheard.join(', ')}`);
  if (unknown.length > 0) throw new Error(`Projections wait for unknown events: ${unknown.join(', ')}`);
}
