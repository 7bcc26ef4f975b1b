/** All that a district has defined (已发布指标), and what of it holds in a period. */
import type { EntityManager } from 'typeorm';
import { type Period, periodNamed } from '../../kernel/period';
import type { TypeInHand } from '../../ledger/type/ledger-type.reader';
import type { FormInWorld, World } from '../expression/world';
import { type Compiled, compile } from './compile';
import type { IndicatorDefinition } from './definition';

export interface KnownVersion {
  readonly version: number;
  readonly holdsFrom: string;
  readonly definition: IndicatorDefinition;
}

export interface KnownIndicator {
  readonly id: string;
  readonly code: string;
  readonly retired: boolean;
  /** The latest first. */
  readonly versions: readonly KnownVersion[];
}

export interface Known {
  readonly indicators: readonly KnownIndicator[];
  /** By code. */
  readonly ledgers: ReadonlyMap<string, TypeInHand>;
  /** By code. */
  readonly forms: ReadonlyMap<string, FormInWorld>;
}

/** An indicator as it is worked out in a period. */
export interface InForce {
  readonly id: string;
  readonly version: number;
  readonly compiled: Compiled;
}

/** Each with its versions; all of them by programme and code. */
export const indicatorsSql = `
  select i.id, i.code, i.retired, (
    select json_agg(json_build_object('version', v.version, 'holdsFrom', v.holds_from, 'definition', v.definition)
      order by v.version desc) from indicator_version v where v.district_id = i.district_id and v.indicator_id = i.id) as versions
  from indicator i where i.district_id = $1`;
export const allIndicatorsSql = `${indicatorsSql} order by i.programme, i.code`;

export const ledgersSql = `
  select t.id, t.code, t.name, t.programme, t.version, t.retired, t.slots, v.definition
  from ledger_type t join ledger_version v on v.district_id = t.district_id and v.type_id = t.id and v.version = t.version
  where t.district_id = $1`;

export const formsSql = `
  select f.id, f.code, f.name, f.period_kind as "periodKind", f.last_period as "lastPeriod", (
    select json_agg(json_build_object('version', v.version, 'fromPeriod', v.from_period, 'definition', v.definition)
      order by v.version desc) from form_version v where v.district_id = f.district_id and v.form_id = f.id) as versions
  from form f where f.district_id = $1`;

export interface FormRow extends Omit<FormInWorld, 'versions' | 'until'> {
  readonly lastPeriod: string | null;
  readonly versions: readonly (Omit<FormInWorld['versions'][number], 'since'> & { readonly fromPeriod: string })[];
}

/** Three statements. */
export async function knownIn(tx: EntityManager, districtId: string): Promise<Known> {
  const indicators: KnownIndicator[] = await tx.query(allIndicatorsSql, [districtId]);
  const ledgers: TypeInHand[] = await tx.query(ledgersSql, [districtId]);
  return knownOf(indicators, ledgers, await tx.query(formsSql, [districtId]));
}

export const knownOf = (
  indicators: readonly KnownIndicator[],
  ledgers: readonly TypeInHand[],
  forms: readonly FormRow[],
): Known => ({
  indicators,
  ledgers: new Map(ledgers.map((type) => [type.code, type])),
  forms: new Map(forms.map((form) => [form.code, formIn(form)])),
});

const formIn = ({ versions, lastPeriod, ...form }: FormRow): FormInWorld => ({
  ...form,
  until: lastPeriod === null ? null : periodNamed(lastPeriod).to,
  versions: versions.map(({ fromPeriod, ...version }) => ({ ...version, since: periodNamed(fromPeriod).from })),
});

/** The version by which a period is worked out: the latest of those that hold from its first day or earlier. */
export const versionFor = ({ versions }: KnownIndicator, { from }: Pick<Period, 'from'>): KnownVersion | undefined =>
  versions.find(({ holdsFrom }) => holdsFrom <= from);

/** What expressions can refer to in a period; those retired are no longer referred to. */
export function worldFor({ indicators, ledgers, forms }: Known, period: Pick<Period, 'from'>): World {
  const found = indicators.flatMap((indicator) => {
    const version = indicator.retired ? undefined : versionFor(indicator, period);
    return version === undefined ? [] : [[indicator.code, version.definition] as const];
  });
  return { since: period.from, ledgers, forms, indicators: new Map(found) };
}

/** Those that hold in a period and can be worked out; a ledger may have lost a field since it was published. */
export function inForce(
  known: Known,
  period: Pick<Period, 'from'>,
  wanted: (code: string) => boolean = () => true,
): InForce[] {
  const world = worldFor(known, period);
  return known.indicators.flatMap((indicator) => {
    const version = indicator.retired || !wanted(indicator.code) ? undefined : versionFor(indicator, period);
    const { compiled } =
      version === undefined ? { compiled: null } : compile(indicator.code, version.definition, world);
    return compiled === null || version === undefined ? [] : [{ id: indicator.id, version: version.version, compiled }];
  });
}
