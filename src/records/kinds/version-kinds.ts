/** Records of versions (历次版本) of indicators, ledgers, forms, schemes, targets and the annual report's words: each stays as it was published. */
import { changedAt, day, id, lasting, list, moment, number, object, type RecordKind, text, underUnion } from './kind';

type Told = Pick<RecordKind, 'key' | 'fields'>;

/** By what a version is told apart: that of which it is one, and its number. */
const numbered = (name: string, of: string): Told => ({
  key: [
    { sql: of, type: 'uuid' },
    { sql: 'r.version', type: 'integer' },
  ],
  fields: {
    id: { sql: `concat_ws('/', ${of}, r.version)`, type: 'text' },
    [name]: id(of),
    version: number('r.version'),
  },
});

const indicator = numbered('indicatorId', 'r.indicator_id');
export const indicatorVersions: RecordKind = {
  name: 'indicator-versions',
  words: { zh: '指标版本', en: 'Versions of indicators' },
  right: 'work.read',
  from: 'indicator_version r',
  reach: 'true',
  key: indicator.key,
  fields: {
    ...indicator.fields,
    definition: object('r.definition'),
    holdsFrom: day('r.holds_from'),
    reason: text('r.reason'),
    publishedAt: moment('r.published_at'),
    changedAt,
  },
  filters: { indicatorId: lasting('r.indicator_id', 'uuid') },
  sorts: { publishedAt: { sql: 'r.published_at', type: 'timestamptz' } },
};

const ledger = numbered('ledgerId', 'r.type_id');
export const ledgerVersions: RecordKind = {
  name: 'ledger-versions',
  words: { zh: '台账版本', en: 'Versions of ledgers' },
  right: 'work.read',
  from: 'ledger_version r',
  reach: 'true',
  key: ledger.key,
  fields: {
    ...ledger.fields,
    definition: object('r.definition'),
    reason: text('r.reason'),
    publishedAt: moment('r.published_at'),
    changedAt,
  },
  filters: { ledgerId: lasting('r.type_id', 'uuid') },
  sorts: { publishedAt: { sql: 'r.published_at', type: 'timestamptz' } },
};

const form = numbered('formId', 'r.form_id');
export const formVersions: RecordKind = {
  name: 'form-versions',
  words: { zh: '报表版本', en: 'Versions of forms' },
  right: 'work.read',
  from: 'form_version r',
  reach: 'true',
  key: form.key,
  fields: {
    ...form.fields,
    fromPeriod: text('r.from_period'),
    definition: object('r.definition'),
    reason: text('r.reason'),
    publishedAt: moment('r.published_at'),
    changedAt,
  },
  filters: { formId: lasting('r.form_id', 'uuid') },
  sorts: { publishedAt: { sql: 'r.published_at', type: 'timestamptz' } },
};

const scheme = numbered('schemeId', 'r.scheme_id');
export const schemeVersions: RecordKind = {
  name: 'scheme-versions',
  words: { zh: '考核方案版本', en: 'Versions of schemes' },
  right: 'work.read',
  from: 'scheme_version r join scheme s on s.district_id = r.district_id and s.id = r.scheme_id',
  reach: 's.owner_id = $2',
  key: scheme.key,
  fields: {
    ...scheme.fields,
    title: text('r.title'),
    year: number('r.year'),
    definition: object('r.definition'),
    writtenAt: moment('r.written_at'),
    changedAt,
  },
  filters: { schemeId: lasting('r.scheme_id', 'uuid'), year: lasting('r.year', 'integer') },
  sorts: { writtenAt: { sql: 'r.written_at', type: 'timestamptz' } },
};

const target = numbered('targetId', 'r.target_id');
/** They lie where the union of the target lies today. */
export const targetVersions: RecordKind = {
  name: 'target-versions',
  words: { zh: '目标版本', en: 'Versions of targets' },
  right: 'work.read',
  from: `target_version r join target t on t.district_id = r.district_id and t.id = r.target_id
    join trade_union u on u.district_id = t.district_id and u.id = t.union_id`,
  reach: 'u.path <@ $3::ltree',
  byTree: true,
  key: target.key,
  fields: {
    ...target.fields,
    unionId: id('t.union_id'),
    value: text(`r.definition->>'value'`),
    baseline: object(`nullif(r.definition->'baseline', 'null')`),
    unions: list(`r.definition->'unions'`),
    periods: list(`r.definition->'periods'`),
    shortfallReason: text(`r.definition->>'shortfallReason'`),
    reason: text('r.reason'),
    setAt: moment('r.set_at'),
    changedAt,
  },
  filters: { unionId: underUnion('u.path', false), targetId: lasting('r.target_id', 'uuid') },
  sorts: { setAt: { sql: 'r.set_at', type: 'timestamptz' } },
};

/** The district's own words, once it has published some; its door's alone, too. */
export const annualReportTemplates: RecordKind = {
  name: 'annual-report-templates',
  words: { zh: '年度报告模板', en: 'Words of the annual report' },
  right: 'work.read',
  from: 'annual_report_template r',
  reach: 'r.district_id = $2',
  key: [{ sql: 'r.version', type: 'integer' }],
  fields: {
    id: text('r.version::text'),
    version: number('r.version'),
    title: text('r.title'),
    sections: list('r.sections'),
    reason: text('r.reason'),
    publishedAt: moment('r.published_at'),
    changedAt,
  },
  filters: {},
  sorts: { publishedAt: { sql: 'r.published_at', type: 'timestamptz' } },
};
