/** The kinds of events a robot may tell its group of (群动态): what people read about one by one. */
import { eventNames } from '../events/event-names';
import type { EventName } from '../events/events';

/** A probe, provisional points, values, rows of a spreadsheet: far too many for a group. */
const tooMany = [
  'system.canary',
  'sheet.scored',
  'enterprise.batchTaken',
  'ledger.batchTaken',
  'enterprise.counted',
  'indicator.received',
  'indicator.valued',
] as const satisfies readonly EventName[];

export type RobotEvent = Exclude<EventName, (typeof tooMany)[number]>;

export const isRobotEvent = (name: EventName): name is RobotEvent => !(tooMany as readonly EventName[]).includes(name);

export const robotEvents: readonly RobotEvent[] = eventNames.filter(isRobotEvent);
