/** What is to be worked out anew (待重算) after something has changed: which indicators, for which periods and unions. Pure. */
import { kindsFrom, type Period, periodsBetween } from '../../kernel/period';
import { type Closed, isClosed } from '../closure/closures';
import { readingsOf } from '../definition/compile';
import { type InForce, inForce, type Known, type KnownIndicator } from '../definition/known';
import type { Checked } from '../expression/check';
import type { Asked } from '../sources/asked';
import { hasPeriod } from './valuing';
import type { Due } from './value-writing';

export interface Note {
  readonly districtId: string;
  readonly source: 'ledger' | 'register' | 'tasks' | 'form' | 'external' | 'indicator';
  readonly key: string | null;
  readonly path: string | null;
  readonly since: string;
  readonly until: string | null;
}

/** For all unions, or for those on the paths. */
export interface DueWork {
  readonly everywhere: readonly Due[];
  readonly some: readonly Due[];
  readonly labels: readonly string[];
}

export class Dues {
  private readonly codes: ReadonlyMap<string | null, string>;
  private readonly forces = new Map<string, readonly InForce[]>();
  /** Everything that could be worked out. */
  private readonly open: readonly Due[];

  constructor(
    private readonly known: Known,
    private readonly closed: readonly Closed[],
    private readonly today: string,
  ) {
    this.codes = new Map(known.indicators.map(({ id, code }) => [id, code]));
    this.open = known.indicators.flatMap((indicator) => this.periodsOf(indicator));
  }

  after(notes: readonly Note[]): DueWork {
    const everywhere = new Map<string, Due>();
    const some = new Map<string, Due>();
    const labels = new Set<string>();
    for (const note of notes) {
      for (const label of note.path?.split('.') ?? []) labels.add(label);
      for (const due of this.of(note)) {
        const key = `${due.inForce.id} ${due.period.name}`;
        (note.path === null ? everywhere : some).set(key, due);
      }
    }
    const rest = [...some].filter(([key]) => !everywhere.has(key)).map(([, due]) => due);
    return { everywhere: [...everywhere.values()], some: rest, labels: [...labels] };
  }

  /** What stands at the end of a period stands in those that began between two days, without anybody's doing. */
  begun(since: string): Due[] {
    return this.open
      .filter(({ period }) => period.from >= since)
      .filter(({ inForce: { compiled } }) =>
        readingsOf(compiled).some(
          ({ stock, asked }) => stock || asked.source === 'register' || asked.source === 'tasks',
        ),
      );
  }

  private of(note: Note): Due[] {
    return this.open.filter((due) => due.period.to >= note.since && this.depends(due, note));
  }

  private depends({ inForce: { id, compiled }, period }: Due, { source, key, path, until }: Note): boolean {
    const within = until === null || period.from <= until;
    const { numerator, denominator } = compiled.definition;
    if (source === 'indicator')
      return within && (key === null || key === id || `${numerator}${denominator ?? ''}`.includes('indicator'));
    if (compiled.numerator === MISSING) return source === 'form' && path === null && within;
    return readingsOf(compiled).some((reading) => {
      const { asked } = reading;
      return (
        this.isMeant(asked, source, key) && (within || source === 'register' || (source !== 'tasks' && reading.stock))
      );
    });
  }

  private isMeant(asked: Asked, source: Note['source'], key: string | null): boolean {
    if (asked.source !== source) return false;
    if (asked.source === 'ledger') return asked.typeId === key;
    if (asked.source === 'external') return key === null || asked.code === this.codes.get(key);
    return asked.source !== 'form' || key === null || asked.formId === key;
  }

  /** Every period of an indicator that has begun and is not closed. */
  private periodsOf(indicator: KnownIndicator): Due[] {
    const { id, retired, versions } = indicator;
    const first = versions.reduce((least, { holdsFrom }) => (holdsFrom < least ? holdsFrom : least), '9999-12-31');
    const kind = versions[0]?.definition.periodKind;
    if (retired || kind === undefined || first > this.today) return [];
    return kindsFrom(kind).flatMap((each) =>
      periodsBetween(each, first, this.today).flatMap((period) => {
        const found = this.inForceIn(period).find((candidate) => candidate.id === id) ?? brokenIn(indicator, period);
        const open =
          found !== undefined && hasPeriod(found.compiled.definition, period) && !isClosed(this.closed, period);
        return open ? [{ inForce: found, period }] : [];
      }),
    );
  }

  /** Compiled once for all periods in which the same versions hold. */
  private inForceIn(period: Period): readonly InForce[] {
    const holding = this.known.indicators.map(
      ({ versions }) => versions.find(({ holdsFrom }) => holdsFrom <= period.from)?.version ?? 0,
    );
    const forms = [...this.known.forms.values()].map(
      ({ versions }) => versions.find(({ since }) => since <= period.from)?.version ?? 0,
    );
    const key = [...holding, ...forms].join(' ');
    const found = this.forces.get(key) ?? inForce(this.known, period);
    this.forces.set(key, found);
    return found;
  }
}

/** What has no value: nothing is read for it. */
const MISSING: Checked = { formula: { kind: 'reading', key: '' }, unit: null, readings: [] };

/** A form may have lost a cell: from then on there is no value, and what was kept goes. */
function brokenIn({ id, code, retired, versions }: KnownIndicator, period: Period): InForce | undefined {
  const found = retired ? undefined : versions.find(({ holdsFrom }) => holdsFrom <= period.from);
  if (found === undefined) return undefined;
  const { version, definition } = found;
  return { id, version, compiled: { code, definition, numerator: MISSING, denominator: null } };
}
