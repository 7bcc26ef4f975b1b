/** What of an announcement may leave the house (推送内容): ids, codes, days, numbers and states. What people wrote, reasons and persons stay in. Pure. */

export type Schema = Readonly<Record<string, unknown>>;

const id: Schema = { type: 'string', format: 'uuid' };
const text: Schema = { type: 'string' };
const day: Schema = { type: 'string', format: 'date' };
const moment: Schema = { type: 'string', format: 'date-time' };
const quantity: Schema = { type: 'string', format: 'decimal' };
const whole: Schema = { type: 'integer' };
const yes: Schema = { type: 'boolean' };
const maybe = (schema: Schema): Schema => ({ ...schema, type: [schema['type'], 'null'] });
const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });
const tier = oneOf('district', 'subdistrict', 'community');

/** Only these fields of an object. */
const only = (properties: Readonly<Record<string, Schema>>): Schema => ({ type: 'object', properties });
const listOf = (items: Schema): Schema => ({ type: 'array', items });

const period = only({ kind: text, name: text, from: day, to: day });

/** By the name it has in an announcement. */
export const toldParts = {
  union: only({
    unionId: id,
    parentId: maybe(id),
    tier,
    code: text,
    name: text,
    openedOn: day,
    closedOn: maybe(day),
    kind: text,
    workers: maybe(whole),
  }),
  fromParentId: maybe(id),
  task: only({
    taskId: id,
    rootId: id,
    parentId: maybe(id),
    unionId: id,
    assignerId: id,
    tier,
    year: whole,
    code: maybe(text),
    title: text,
    programme: text,
    target: quantity,
    weight: quantity,
    startOn: day,
    dueOn: day,
    firstDueOn: maybe(day),
    parkedUntil: maybe(day),
    status: oneOf('assigned', 'signed', 'withdrawn'),
    signedAt: maybe(moment),
  }),
  /** Which field of the task has changed; its new value stands in the task. */
  field: text,
  taskId: id,
  urgeId: id,
  officers: whole,
  extension: only({ extensionId: id, needs: text, beforeOn: day, proposedOn: day, dueOn: maybe(day) }),
  order: only({
    orderId: id,
    number: text,
    unionId: id,
    issuerId: id,
    taskId: maybe(id),
    degree: oneOf('blue', 'orange', 'red'),
    status: oneOf('issued', 'signed', 'answered', 'returned', 'closed', 'withdrawn'),
    limitOn: day,
  }),
  interview: only({ interviewId: id, unionId: id, heldOn: day, orderId: maybe(id) }),
  reporting: only({
    taskId: id,
    unionId: id,
    acceptedReportId: maybe(id),
    acceptedDone: maybe(quantity),
    acceptedAsOf: maybe(day),
    openReportId: maybe(id),
    openStatus: maybe(text),
    pending: maybe(quantity),
    timeliness: maybe(text),
  }),
  report: only({ reportId: id, unit: text, done: quantity, zero: yes, resubmitted: yes }),
  assessment: only({ assessmentId: id, title: text, year: whole, forTier: tier, ownerId: id }),
  step: text,
  dueOn: maybe(day),
  late: yes,
  criterion: text,
  points: quantity,
  entry: only({ entryId: id, kind: oneOf('occurrence', 'bonus', 'penalty', 'veto'), count: whole, outcome: text }),
  appealId: id,
  outcome: text,
  /** Of what was published; the sealed audit trail keeps it too. */
  digest: text,
  light: only({
    taskId: id,
    unionId: id,
    before: maybe(oneOf('green', 'yellow', 'red')),
    light: maybe(oneOf('green', 'yellow', 'red')),
    reason: text,
    behind: quantity,
    overdueDays: whole,
    redOn: maybe(day),
    on: day,
  }),
  enterprise: only({ enterpriseId: id, unionId: id }),
  counts: listOf(
    only({
      unionId: id,
      kind: oneOf('non_public', 'public'),
      preset: whole,
      excluded: whole,
      unionized: whole,
      unionizedVerified: whole,
      workers: whole,
      workersVerified: whole,
      members: whole,
      membersVerified: whole,
      uncounted: whole,
    }),
  ),
  intakeId: id,
  created: whole,
  changed: whole,
  unchanged: whole,
  faulty: whole,
  proposalId: id,
  finding: oneOf('normal', 'abnormal', 'nonexistent'),
  enterprises: listOf(only({ enterpriseId: id, unionId: id })),
  ledger: only({ ledgerId: id, code: text, name: text, programme: text, version: whole }),
  ledgerEntry: only({ entryId: id, unionId: id, day, status: text, correctsId: maybe(id) }),
  unions: listOf(only({ unionId: id, entries: whole, from: day, to: day })),
  indicator: only({ indicatorId: id, code: text, name: text, programme: text, unit: text, version: whole }),
  holdsFrom: day,
  externalValue: only({
    indicatorId: id,
    code: text,
    name: text,
    unionId: id,
    period: text,
    value: maybe(quantity),
    unit: text,
    asOf: maybe(day),
    version: whole,
  }),
  indicatorValues: listOf(
    only({
      indicatorId: id,
      unionId: id,
      kind: text,
      from: day,
      numerator: maybe(quantity),
      denominator: maybe(quantity),
      value: maybe(quantity),
    }),
  ),
  period: { anyOf: [period, text] },
  label: text,
  form: only({ formId: id, code: text, name: text, programme: text, version: whole }),
  formReturn: only({
    returnId: id,
    unionId: id,
    period: text,
    label: text,
    status: text,
    timeliness: maybe(text),
    correctsId: maybe(id),
    marks: whole,
  }),
  formException: only({ exceptionId: id, unionId: id, period: text, label: text, kind: text, until: maybe(day) }),
  target: only({
    targetId: id,
    indicatorId: id,
    code: text,
    name: text,
    unit: text,
    unionId: id,
    period,
    strength: oneOf('floor', 'aim'),
    direction: oneOf('higher', 'lower'),
    value: quantity,
    easier: yes,
  }),
  proposed: maybe(quantity),
  annualReport: only({ reportId: id, year: whole, digest: text }),
  annualReportTemplate: only({ version: whole, title: text }),
  case: only({
    caseId: id,
    source: text,
    number: text,
    kind: text,
    unionId: id,
    status: oneOf('received', 'assigned', 'answered', 'returned', 'closed'),
    dueOn: day,
  }),
  unionId: id,
  status: text,
} as const satisfies Readonly<Record<string, Schema>>;

export type PartName = keyof typeof toldParts;

/** What the schema lets through, and nothing else; undefined where there is none. */
export function letThrough(schema: Schema, value: unknown): unknown {
  const either = schema['anyOf'] as readonly Schema[] | undefined;
  if (either !== undefined) return either.map((each) => letThrough(each, value)).find((each) => each !== undefined);
  if (schema['type'] === 'array')
    return Array.isArray(value) ? value.map((each) => letThrough(schema['items'] as Schema, each)) : undefined;
  if (schema['type'] !== 'object') return isPlain(value) ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const given = new Map(Object.entries(value));
  return Object.fromEntries(
    Object.entries(schema['properties'] as Record<string, Schema>).flatMap(([name, each]) => {
      const through = letThrough(each, given.get(name));
      return through === undefined ? [] : [[name, through]];
    }),
  );
}

const isPlain = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value);
