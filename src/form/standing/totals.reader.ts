/** Totals of a period (汇总): Σ over unions at each level, with what is missing beside the sums. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { wordsOfPeriod } from '../../kernel/period';
import { periodInHand } from '../period/period-in-hand';
import { figuresIn } from './form-figures';
import { standingSql, standingsOf, unionInReach } from './standing';
import { named } from './standing.reader';
import type { FormLacking, FormTotals } from './standing.view';
import { tally } from './tally';

const MOST_NAMES = 100;

@Injectable()
export class FormTotalsReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Errors: notFound. */
  async totals(actor: Actor, formId: string, period: string, unionId?: string): Promise<FormTotals> {
    const { manager } = this.database;
    const { districtId } = actor;
    const inHand = await periodInHand(manager, districtId, formId, period, this.clock.today());
    const { name: unionName, ...within } = await unionInReach(manager, actor, inHand, unionId);
    const { whole, branches } = await figuresIn(manager, districtId, inHand, within);
    const parameters: unknown[] = [];
    const sql = standingSql(districtId, inHand, within, parameters);
    const [lacking]: [FormLacking] = await manager.query(
      `with ${sql}, lacking as (
         select u.name, u.code, s.status from standing s join trade_union u on u.district_id = $${parameters.push(districtId)}
           and u.id = s.union_id
         where s.standing <> 'exempted' and s.status is distinct from 'accepted')
       select count(*)::int as unions, count(*) filter (where status = 'submitted')::int as waiting, coalesce((
           select json_agg(n.name order by n.code) from (select name, code from lacking order by code limit ${MOST_NAMES}) n),
         '[]') as names from lacking`,
      parameters,
    );
    const counts = tally(await standingsOf(manager, districtId, inHand, within));
    const parts = await named(manager, districtId, within, branches);
    return {
      ...{ unionId: within.unionId, unionName, period, label: wordsOfPeriod(period).zh },
      cells: inHand.definition.cells.map(({ key, name, unit, kind }) => ({ key, name, unit, kind })),
      sums: [...whole.figures],
      counts,
      lacking,
      branches: parts.map(({ figures, owing: _, ...part }) => ({ ...part, sums: [...figures] })),
    };
  }
}
