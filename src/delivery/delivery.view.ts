/** The queue's health (队列与投递) and what is parked, as they are answered. */
export class QueueHealth {
  /** The moment these figures are of. @example "2026-11-24T02:10:00.000Z" */
  asOf!: string;
  /** Where the queue's jobs lie. @example "postgres" */
  backend!: 'postgres' | 'redis';
  /** Whether a probe came through within the last three rounds (45 s): the whole way to the boards is open. @example true */
  moving!: boolean;
  /** The last probe sent through the queue. @example "2026-11-24T02:09:50.000Z" */
  probeSentAt!: string | null;
  /** When a probe last arrived. @example "2026-11-24T02:09:50.120Z" */
  probeSeenAt!: string | null;
  /** Announcements of your district that have not arrived on the boards yet. @example 4 */
  open!: number;
  /** Of these, handed to the queue. @example 2 */
  underWay!: number;
  /** Of these, failed before and tried again by itself. @example 1 */
  retrying!: number;
  /** When the oldest of them occurred. @example "2026-11-24T02:09:59.000Z" */
  oldestOpenAt!: string | null;
  /** Announcements that failed twelve times and wait for a person. @example 1 */
  parked!: number;
}

export class ParkedAnnouncement {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** Its number in the order of the announcements. @example "104217" */
  seq!: string;
  /** @example "progress.accepted" */
  name!: string;
  unionId!: string;
  /** @example "东和社区工联会" */
  unionName!: string | null;
  /** @example "2026-11-24T01:30:00.000Z" */
  occurredAt!: string;
  /** @example "2026-11-24T01:55:00.000Z" */
  parkedAt!: string;
  /** @example 12 */
  attempts!: number;
  /** @example "invalid input syntax for type uuid" */
  lastError!: string | null;
}

export class ParkedAnnouncementList {
  items!: ParkedAnnouncement[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export class Redeliveries {
  /** How many announcements are on their way again. @example 3 */
  count!: number;
}
