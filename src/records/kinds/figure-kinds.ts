/** Records of figures (指标数值、公示的得分): what is worked out, and what was published of it. */
import { changedAt, day, decimal, flag, id, lasting, moment, number, type RecordKind, text, underUnion } from './kind';

export const indicatorValues: RecordKind = {
  name: 'indicator-values',
  words: { zh: '指标数值', en: 'Values of indicators' },
  right: 'work.read',
  from: `indicator_value r join trade_union u on u.district_id = r.district_id and u.id = r.union_id
    join indicator i on i.district_id = r.district_id and i.id = r.indicator_id`,
  reach: 'u.path <@ $3::ltree',
  byTree: true,
  key: [
    { sql: 'r.indicator_id', type: 'uuid' },
    { sql: 'r.kind', type: 'text' },
    { sql: 'r.from_day', type: 'date' },
    { sql: 'r.union_id', type: 'uuid' },
  ],
  fields: {
    id: { sql: `concat_ws('/', r.indicator_id, r.kind, r.from_day, r.union_id)`, type: 'text' },
    indicatorId: id('r.indicator_id'),
    code: text('i.code'),
    periodKind: text('r.kind'),
    from: day('r.from_day'),
    unionId: id('r.union_id'),
    version: number('r.version'),
    numerator: decimal('r.numerator'),
    denominator: decimal('r.denominator'),
    value: decimal('r.value'),
    valuedAt: moment('r.valued_at'),
    changedAt,
  },
  filters: {
    unionId: underUnion('u.path', false),
    indicatorId: lasting('r.indicator_id', 'uuid'),
    periodKind: lasting('r.kind', 'text', ['month', 'quarter', 'half', 'year']),
    from: lasting('r.from_day', 'date'),
  },
  sorts: { from: { sql: 'r.from_day', type: 'date' } },
};

/** A sheet as it was published, and again with every correction of it: rows are never changed. */
export const scores: RecordKind = {
  name: 'scores',
  words: { zh: '公示的得分', en: 'Published scores' },
  right: 'work.read',
  from: `published_sheet r join assessment a on a.district_id = r.district_id and a.id = r.assessment_id
    cross join lateral json_to_record(r.body::json) as b(points text, base text, bonus text, penalty text, "fullMarks" text,
      rank integer, "classCode" text, "classRank" integer, grade text, "awardLost" boolean)`,
  reach: '(r.union_id = $2 or a.owner_id = $2 or a.path <@ $3::ltree)',
  key: [
    { sql: 'r.assessment_id', type: 'uuid' },
    { sql: 'r.no', type: 'integer' },
    { sql: 'r.union_id', type: 'uuid' },
  ],
  fields: {
    id: { sql: `concat_ws('/', r.assessment_id, r.no, r.union_id)`, type: 'text' },
    assessmentId: id('r.assessment_id'),
    publication: number('r.no'),
    unionId: id('r.union_id'),
    ownerId: id('a.owner_id'),
    year: number('a.year'),
    points: text('b.points'),
    base: text('b.base'),
    bonus: text('b.bonus'),
    penalty: text('b.penalty'),
    fullMarks: text('b."fullMarks"'),
    rank: number('b.rank'),
    classCode: text('b."classCode"'),
    classRank: number('b."classRank"'),
    grade: text('b.grade'),
    awardLost: flag('b."awardLost"'),
    digest: text('r.digest'),
    changedAt,
  },
  filters: {
    assessmentId: lasting('r.assessment_id', 'uuid'),
    year: lasting('a.year', 'integer'),
    unionId: lasting('r.union_id', 'uuid'),
  },
  sorts: {},
};
