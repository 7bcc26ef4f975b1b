/** The scopes of an API key (权限范围): an area of the work and a verb; every route belongs to exactly one. Pure. */
import type { Role } from '../../kernel/actor';
import { type Right, rights } from '../../organization/rights';

export type Verb = 'read' | 'write' | 'review' | 'define';

interface Area {
  /** Routes, without door and prefix; the first area that matches has the route. */
  readonly routes: RegExp;
  /** What each verb opens. */
  readonly verbs: Partial<Record<Verb, readonly Right[]>>;
}

const read = ['work.read'] as const;

/** In the order in which a route is looked for: the narrow ones first. */
export const areas = {
  personal: {
    routes: /^(ledger-entries\/:id\/disclosures|ledgers\/:id\/lookups)$/,
    verbs: { read: ['personal.read'] },
  },
  boards: {
    routes:
      /^(platform|lights|light-changes|burden|me\/leader-desk|tasks\/:id\/light|tasks\/cost|unions\/:id\/(burden|requests))(\/|$)/,
    verbs: { read: [...read, 'task.assign'] },
  },
  reports: {
    routes: /^(reports|pictures|evidence|tasks\/:id\/(reports|submissions|reusable))(\/|$)/,
    verbs: { read, write: ['report.write'], review: ['report.review'] },
  },
  supervision: {
    routes:
      /^(orders|interviews|urges|send-backs|extensions|ladders|light-rule|tasks\/:id\/(shares\/:shareId\/)?(parking|send-back\/decision|send-backs|supervision|urges|reminders))(\/|$)/,
    verbs: {
      read,
      write: ['task.assign', 'task.sign', 'task.urge', 'report.write', 'order.issue', 'order.answer'],
      review: ['extension.decide'],
      define: ['ladder.write'],
    },
  },
  tasks: { routes: /^(tasks|task-changes)(\/|$)/, verbs: { read, write: ['task.assign', 'task.sign'] } },
  schemes: {
    routes: /^(schemes|scheme-templates|scheme-schema|scheme-versions)(\/|$)/,
    verbs: { read, write: ['assessment.conduct'] },
  },
  assessment: {
    routes:
      /^(assessments|assessment-(entries|runs)|reopenings|self-scores|score-sheets|scores|publications|appeals)(\/|$)/,
    verbs: {
      read,
      write: ['assessment.conduct', 'assessment.selfScore', 'appeal.file'],
      review: ['assessment.score', 'appeal.decide'],
    },
  },
  enterprises: {
    routes: /^(enterprises|verifications)(\/|$)/,
    verbs: { read, write: ['enterprise.write'], review: ['verification.decide'] },
  },
  intakes: {
    routes: /^(intakes|imports)(\/|$)/,
    verbs: { read, write: ['enterprise.write', 'ledger.write', 'form.write'] },
  },
  ledgers: {
    routes: /^(ledgers|ledger-entries|ledger-types|ledger-templates|ledger-versions)(\/|$)/,
    verbs: { read, write: ['ledger.write'], review: ['ledger.review'], define: ['ledger.define'] },
  },
  forms: {
    routes: /^(forms|form-(returns|exceptions|periods|versions))(\/|$)/,
    verbs: { read, write: ['form.write'], review: ['form.review', 'form.except'], define: ['form.define'] },
  },
  indicators: {
    routes: /^(indicators|indicator-(values|templates|closures|trials|offers|versions))(\/|$)/,
    verbs: {
      read: [...read, 'indicator.define', 'externalValue.read'],
      write: ['externalValue.give'],
      review: ['indicator.close'],
      define: ['indicator.define'],
    },
  },
  targets: {
    routes: /^(targets|target-(changes|trials|versions))(\/|$)/,
    verbs: { read, write: ['target.set'], review: ['target.approve'] },
  },
  'annual-report': {
    routes: /^annual-report(-\w+)?(\/|$)/,
    verbs: { read, write: ['annualReport.write'], review: ['annualReport.approve'] },
  },
  cases: {
    routes: /^(inbound|cases|case-sources|case-source-trials)(\/|$)/,
    verbs: {
      read: [...read, 'case.define'],
      write: ['case.receive', 'case.assign', 'case.answer'],
      review: ['case.review'],
      define: ['case.define'],
    },
  },
  dispatch: {
    routes: /^(robots|dispatches|message-templates)(\/|$)/,
    verbs: { read: ['dispatch.manage'], write: ['dispatch.manage'] },
  },
  webhooks: {
    routes: /^webhook-(endpoints|deliveries|events)(\/|$)/,
    verbs: { read: ['webhook.manage'], write: ['webhook.manage'] },
  },
  'webhook-hosts': {
    routes: /^webhook-hosts(\/|$)/,
    verbs: { read: ['webhookHost.manage'], write: ['webhookHost.manage'] },
  },
  rights: { routes: /^officers\/:id\/role$/, verbs: { write: ['officer.rights'] } },
  officers: { routes: /^officers(\/|$)/, verbs: { read: ['officer.read'], write: ['officer.write'] } },
  sessions: { routes: /^sessions(\/|$)/, verbs: { read: ['session.manage'], write: ['session.manage'] } },
  unions: {
    routes: /^(unions|calendar(-days)?)(\/|$)/,
    verbs: { read: ['union.read'], write: ['union.write', 'calendar.write'] },
  },
  audit: { routes: /^audit-entries(\/|$)/, verbs: { read: ['audit.read'] } },
  operations: {
    routes: /^(queue-health|parked-announcements|personal-data-keys)(\/|$)/,
    verbs: { read: ['queue.manage'], write: ['queue.manage'] },
  },
} as const satisfies Record<string, Area>;

type Areas = typeof areas;
/** `tasks:read`, `reports:write` … */
export type Scope = { [A in keyof Areas]: `${A}:${Extract<keyof Areas[A]['verbs'], string>}` }[keyof Areas];

/** What a program never does: its own account is a matter of the security administrator, and no key makes keys. */
const ofPeople: ReadonlySet<Right> = new Set(['self', 'key.manage']);

/** Every key may ask what it is, and which kinds of records there are. */
const FOR_ANY: ReadonlySet<string> = new Set(['me', 'records']);

const list = Object.entries(areas as Record<string, Area>).flatMap(([area, { verbs }]) =>
  Object.entries(verbs).map(([verb, opened]) => ({ scope: `${area}:${verb}` as Scope, opened: opened ?? [] })),
);

export const scopes: readonly Scope[] = list.map(({ scope }) => scope);

/** The scope that opens a route; `any` for every key, `people` for none, undefined where it was forgotten. */
export function scopeOf(method: string, url: string, right: Right): Scope | 'any' | 'people' | undefined {
  const route = routeOf(url);
  const reads = method === 'GET' || method === 'HEAD';
  if (reads && FOR_ANY.has(route)) return 'any';
  if (ofPeople.has(right)) return 'people';
  const area = Object.entries(areas as Record<string, Area>).find(([, { routes }]) => routes.test(route));
  if (area === undefined) return undefined;
  const verb = verbOf(area[1], reads, right);
  return verb === undefined ? undefined : (`${area[0]}:${verb}` as Scope);
}

/** Reading is reading, whoever may; a POST that only needs the right to read reads as well (a trial, a lookup). */
function verbOf({ verbs }: Area, reads: boolean, right: Right): Verb | undefined {
  if (reads) return verbs.read?.includes(right) === true ? 'read' : undefined;
  const found = (Object.keys(verbs) as Verb[]).filter((verb) => verbs[verb]?.includes(right));
  return found.find((verb) => verb !== 'read') ?? found[0];
}

/** `/api/v1/district/tasks/:id` and `/api/v1/district/tasks/{id}` → `tasks/:id`; records of tasks are tasks. */
export function routeOf(url: string): string {
  return url
    .replace(/^\/api\/v1\//, '')
    .replace(/^(district|subdistrict|community|records)\//, '')
    .replaceAll(/\{(\w+)\}/g, ':$1');
}

/** The roles for which a scope opens anything. */
export function rolesOf(scope: Scope): Role[] {
  const opened = list.find((each) => each.scope === scope)?.opened ?? [];
  return [...new Set(opened.flatMap((right): readonly Role[] => rights[right]))];
}
