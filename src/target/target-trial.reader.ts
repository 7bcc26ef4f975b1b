/** Trying a target (目标试算): its baseline, how its parts go together, and what is wrong with it. Nothing is kept. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { indicatorValues } from '../indicator/value/indicator-values';
import { unionInReach } from '../indicator/value/unions';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { readPeriod } from '../kernel/period';
import { Deeds } from '../outbox/deeds';
import { examine, type Subject } from './target-check';
import type { Baseline, Way } from './target-definition';
import { shown } from './target-parts';
import { isEasier, periodRule, unionRule } from './target-rules';
import { subjectOf } from './target.service';
import type { TargetDefinitionDto } from './target.dto';
import type { TargetBelowView, TargetTrialView } from './target-trial.view';

/** As many as a target can be divided among. */
const MOST_BELOW = 500;

export interface TargetTried {
  readonly indicatorId: string;
  readonly period: string;
  readonly unionId?: string;
  readonly direction: Way;
  readonly definition: TargetDefinitionDto;
}

const belowSql = `
  select u.id as "unionId", u.name as "unionName", x.value as was
  from trade_union u left join indicator_value x on x.district_id = $1 and x.indicator_id = $3 and x.kind = $4
    and x.from_day = $5::date and x.union_id = u.id
  where u.district_id = $1 and u.parent_id = $2 and (u.closed_on is null or u.closed_on > app_today())
  order by u.code, u.id limit ${MOST_BELOW}`;

@Injectable()
export class TargetTrialReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: target.closed (409), target.indicator (422), notFound. */
  try(actor: Actor, { indicatorId, direction, definition: given, ...asked }: TargetTried): Promise<TargetTrialView> {
    return this.deeds.transaction(async (tx) => {
      const { districtId, path } = actor;
      const period = readPeriod(asked.period);
      if (period === null) throw new NotFound();
      const union = await unionInReach(tx, districtId, asked.unionId ?? actor.unionId, path);
      const subject = await subjectOf(tx, { districtId, indicatorId, unionId: union.id, period, direction });
      const { definition, unionCheck, periodCheck, errors } = await examine(tx, subject, given);
      const { indicator, code } = subject;
      const [now] = await indicatorValues(tx, districtId, union.id, period, [code]);
      const { baseline, value } = definition;
      return {
        ...{ unit: indicator.measure.unit, decimals: indicator.decimals, now: now?.value ?? null },
        ...{ baseline, easierThanBaseline: isEasier(direction, value, baseline?.value ?? null) },
        ...{ unionRule: unionRule(indicator), periodRule: periodRule(indicator), unionCheck, periodCheck },
        below: await belowOf(tx, subject, indicatorId, baseline),
        mistakes: errors.map(({ field, code: mistake, words }) => ({ field, code: mistake, ...words })),
      };
    });
  }
}

async function belowOf(
  tx: EntityManager,
  { districtId, unionId, indicator }: Subject,
  indicatorId: string,
  baseline: Baseline | null,
): Promise<TargetBelowView[]> {
  const from = readPeriod(baseline?.period ?? '');
  const rows: TargetBelowView[] = await tx.query(belowSql, [
    ...[districtId, unionId, indicatorId, from?.kind ?? null, from?.from ?? null],
  ]);
  return rows.map((row) => ({ ...row, was: shown(row.was, indicator.decimals) }));
}
