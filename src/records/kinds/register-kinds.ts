/** Records of the registers (企业库、台账、统计报表): what unions keep, without personal data. */
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
  underUnion,
} from './kind';

export const enterprises: RecordKind = {
  name: 'enterprises',
  words: { zh: '企业库', en: 'Enterprises' },
  right: 'work.read',
  from: 'enterprise r join trade_union u on u.district_id = r.district_id and u.id = r.union_id',
  reach: 'u.path <@ $3::ltree',
  retracted: `(not u.path <@ $3::ltree and exists (
    select from enterprise_placement p join trade_union o on o.district_id = p.district_id and o.id = p.union_id
    where p.district_id = r.district_id and p.enterprise_id = r.id and o.path <@ $3::ltree))`,
  byTree: true,
  key: byId,
  fields: {
    id: id('r.id'),
    creditCode: text('r.credit_code'),
    name: text('r.name'),
    kind: text('r.kind'),
    industry: text('r.industry'),
    unionId: id('r.union_id'),
    placedSince: day('r.placed_since'),
    workers: number('r.workers'),
    members: number('r.members'),
    countedOn: day('r.counted_on'),
    unionEstablishedOn: day('r.union_established_on'),
    termEndsOn: day('r.term_ends_on'),
    mediation: flag('r.mediation'),
    legalSupervision: flag('r.legal_supervision'),
    openedOn: day('r.opened_on'),
    closedOn: day('r.closed_on'),
    closedReason: text('r.closed_reason'),
    standing: text('r.standing'),
    standingSince: day('r.standing_since'),
    version: number('r.version'),
    changedAt,
  },
  filters: {
    unionId: underUnion('u.path', false),
    kind: passing('r.kind', 'text', ['non_public', 'public']),
    standing: passing('r.standing', 'text', ['normal', 'abnormal', 'nonexistent']),
    closed: { where: (given) => `(r.closed_on is not null) = ${given}::boolean`, lasting: false },
  },
  sorts: {
    name: { sql: 'r.name collate "C"', type: 'text' },
    creditCode: { sql: 'r.credit_code collate "C"', type: 'text' },
    openedOn: { sql: 'r.opened_on', type: 'date' },
  },
};

/** What a tier sees of those below it. */
const handedIn = `r.status in ('submitted', 'returned', 'accepted', 'corrected')`;
const WAYS = ['draft', 'submitted', 'returned', 'accepted', 'corrected', 'withdrawn'] as const;

/** Taken back or given up after it had been handed in: those above saw it. */
const takenBack = (steps: string, of: string): string => `(r.path <@ $3::ltree and r.union_id <> $2
  and r.status in ('draft', 'withdrawn') and exists (
    select from ${steps} s where s.district_id = r.district_id and s.${of} = r.id and s.kind = 'submitted'))`;

export const ledgerEntries: RecordKind = {
  name: 'ledger-entries',
  words: { zh: '台账记录', en: 'Ledger entries' },
  right: 'work.read',
  // returned ones as they were handed in, and beside them, for their own union, as it is changing them
  from: '(select *, false as rework from ledger_entry union all select *, true from ledger_rework) r',
  reach: '(r.path <@ $3::ltree or r.union_id = $2)',
  shown: `((r.union_id = $2 and (r.rework or r.status <> 'returned' or not exists (
      select from ledger_rework w where w.district_id = r.district_id and w.id = r.id)))
    or (r.union_id <> $2 and not r.rework and ${handedIn}))`,
  retracted: takenBack('ledger_step', 'entry_id'),
  key: byId,
  fields: {
    id: id('r.id'),
    ledgerId: id('r.type_id'),
    formVersion: number('r.type_version'),
    unionId: id('r.union_id'),
    day: day('r.day'),
    // people stay out of it, masked or not; the form is no part of the join, or both tables are read whole and sorted
    values: object(`r.given - coalesce((
      select array_agg(f->>'key') from ledger_version v, jsonb_array_elements(v.definition->'fields') f
      where v.district_id = r.district_id and v.type_id = r.type_id and v.version = r.type_version
        and f->>'kind' = 'person'), '{}')`),
    status: text('r.status'),
    correctsId: id('r.corrects_id'),
    submittedAt: moment('r.submitted_at'),
    createdAt: moment('r.created_at'),
    version: number('r.version'),
    changedAt,
  },
  filters: {
    unionId: underUnion(),
    ledgerId: lasting('r.type_id', 'uuid'),
    status: passing('r.status', 'text', WAYS),
  },
  sorts: { day: { sql: 'r.day', type: 'date' }, createdAt: { sql: 'r.created_at', type: 'timestamptz' } },
};

/**
 * What a return says, to those above a returned one as it was handed in: undone from its steps, where the first change of a
 * key since then says what stood before. `prefix`: under which the steps name it.
 */
const saidTo = (column: string, prefix = ''): string => {
  const key = prefix === '' ? 'c.key' : `substr(c.key, ${prefix.length + 1})`;
  const these = prefix === '' ? `strpos(c.key, '.') = 0` : `starts_with(c.key, '${prefix}')`;
  return `case when r.union_id = $2 or r.status <> 'returned' then ${column} else jsonb_strip_nulls(${column} || (
    select coalesce(jsonb_object_agg(b.key, b.stood), '{}') from (
      select distinct on (c.key) ${key} as key, c.value->0 as stood
      from form_return_step s, jsonb_each(s.changes) c
      where s.district_id = r.district_id and s.return_id = r.id and ${these} and s.no > (
        select max(l.no) from form_return_step l
        where l.district_id = r.district_id and l.return_id = r.id and l.kind = 'returned')
      order by c.key, s.no) b)) end`;
};

export const formReturns: RecordKind = {
  name: 'form-returns',
  words: { zh: '统计报表的填报', en: 'Returns of statistical forms' },
  right: 'work.read',
  from: 'form_return r',
  reach: '(r.path <@ $3::ltree or r.union_id = $2)',
  shown: `(r.union_id = $2 or ${handedIn})`,
  retracted: takenBack('form_return_step', 'return_id'),
  key: byId,
  fields: {
    id: id('r.id'),
    formId: id('r.form_id'),
    formVersion: number('r.form_version'),
    period: text('r.period'),
    endsOn: day('r.ends_on'),
    unionId: id('r.union_id'),
    values: object(saidTo('r.given')),
    missing: object(saidTo('r.missing', 'missing.')),
    words: object(saidTo('r.words', 'words.')),
    status: text('r.status'),
    timeliness: text('r.timeliness'),
    correctsId: id('r.corrects_id'),
    submittedAt: moment('r.submitted_at'),
    createdAt: moment('r.created_at'),
    version: number('r.version'),
    changedAt,
  },
  filters: {
    unionId: underUnion(),
    formId: lasting('r.form_id', 'uuid'),
    period: lasting('r.period'),
    status: passing('r.status', 'text', WAYS),
  },
  sorts: { endsOn: { sql: 'r.ends_on', type: 'date' }, createdAt: { sql: 'r.created_at', type: 'timestamptz' } },
};
