/** Records of definitions (指标、台账、考核方案) as they stand, of closed periods, and of the days a district works otherwise. */
import {
  byId,
  changedAt,
  day,
  flag,
  id,
  lasting,
  moment,
  number,
  object,
  passing,
  type RecordKind,
  text,
} from './kind';

/** Everybody of a district reads by what he is counted. */
const EVERYBODY = 'true';
const retired = { where: (given: string) => `r.retired = ${given}::boolean`, lasting: false };
const byCode = { code: { sql: 'r.code collate "C"', type: 'text' } } as const;

export const indicators: RecordKind = {
  name: 'indicators',
  words: { zh: '指标', en: 'Indicators' },
  right: 'work.read',
  from: `indicator r join indicator_version v on v.district_id = r.district_id and v.indicator_id = r.id and v.version = r.version`,
  reach: EVERYBODY,
  key: byId,
  fields: {
    id: id('r.id'),
    code: text('r.code'),
    name: text('r.name'),
    programme: text('r.programme'),
    definition: object('v.definition'),
    holdsFrom: day('v.holds_from'),
    reason: text('v.reason'),
    publishedAt: moment('v.published_at'),
    retired: flag('r.retired'),
    createdAt: moment('r.created_at'),
    version: number('r.version'),
    changedAt,
  },
  filters: { programme: passing('r.programme'), retired },
  sorts: byCode,
};

/** What was closed, and what of it was opened again. */
export const indicatorClosures: RecordKind = {
  name: 'indicator-closures',
  words: { zh: '指标周期锁定', en: 'Closed periods of indicators' },
  right: 'work.read',
  from: 'indicator_closure r',
  reach: EVERYBODY,
  key: byId,
  fields: {
    id: id('r.id'),
    periodKind: text('r.kind'),
    from: day('r.from_day'),
    to: day('r.to_day'),
    reason: text('r.reason'),
    closedAt: moment('r.closed_at'),
    reopenedAt: moment('r.reopened_at'),
    reopenedReason: text('r.reopened_reason'),
    changedAt,
  },
  filters: {
    periodKind: lasting('r.kind', 'text', ['month', 'quarter', 'half', 'year']),
    from: lasting('r.from_day', 'date'),
    closed: { where: (given) => `(r.reopened_at is null) = ${given}::boolean`, lasting: false },
  },
  sorts: { from: { sql: 'r.from_day', type: 'date' }, closedAt: { sql: 'r.closed_at', type: 'timestamptz' } },
};

export const ledgers: RecordKind = {
  name: 'ledgers',
  words: { zh: '台账', en: 'Ledgers' },
  right: 'work.read',
  from: `ledger_type r join ledger_version v on v.district_id = r.district_id and v.type_id = r.id and v.version = r.version`,
  reach: EVERYBODY,
  key: byId,
  fields: {
    id: id('r.id'),
    code: text('r.code'),
    name: text('r.name'),
    programme: text('r.programme'),
    definition: object('v.definition'),
    reason: text('v.reason'),
    publishedAt: moment('v.published_at'),
    retired: flag('r.retired'),
    createdAt: moment('r.created_at'),
    version: number('r.version'),
    changedAt,
  },
  filters: { programme: passing('r.programme'), retired },
  sorts: byCode,
};

/** A scheme is read by the union that wrote it; those it scores read what comes of it. */
export const schemes: RecordKind = {
  name: 'schemes',
  words: { zh: '考核方案', en: 'Schemes' },
  right: 'work.read',
  from: 'scheme r',
  reach: 'r.owner_id = $2',
  key: byId,
  fields: {
    id: id('r.id'),
    ownerId: id('r.owner_id'),
    year: number('r.year'),
    forTier: text('r.for_tier'),
    title: text('r.title'),
    definition: object('r.definition'),
    copiedFromId: id('r.copied_from'),
    copiedVersion: number('r.copied_version'),
    createdAt: moment('r.created_at'),
    version: number('r.version'),
    changedAt,
  },
  filters: { year: passing('r.year', 'integer') },
  sorts: { year: { sql: 'r.year', type: 'integer' }, createdAt: { sql: 'r.created_at', type: 'timestamptz' } },
};

/** What a district set otherwise than the official calendar, whose days are no rows: `GET /calendar` has both. */
export const calendarDays: RecordKind = {
  name: 'calendar-days',
  words: { zh: '工作日调整', en: 'Days of the calendar that the district set' },
  right: 'union.read',
  from: `(select district_id, day, working, reason, set_at, changed_xid, changed_at, false as gone from working_day
    union all select district_id, day, null, null, null, changed_xid, changed_at, true from working_day_gone) r`,
  reach: 'not r.gone',
  retracted: 'r.gone',
  key: [{ sql: 'r.day', type: 'date' }],
  fields: {
    id: text('r.day'),
    day: day('r.day'),
    working: flag('r.working'),
    reason: text('r.reason'),
    setAt: moment('r.set_at'),
    changedAt,
  },
  filters: { year: lasting('extract(year from r.day)', 'integer') },
  sorts: {},
};
