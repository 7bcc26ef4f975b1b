/** The rule of a district for its lights (亮灯规则): read by everybody, set anew with a reason, every version kept. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { plain } from '../kernel/decimal';
import { Refused, expectVersion } from '../kernel/errors';
import { standardRule } from '../kernel/light-rule';
import { announce } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import type { LightRuleDto } from './light.dto';
import type { LightRuleList, LightRuleView } from './light.view';

/** Versions answered; a district that needs more has no rule. */
const MOST = 100;

const sql = `
  select r.no as version, r.yellow, r.red, r.period, r.not_started_yellow as "notStartedYellow",
    r.not_started_red as "notStartedRed", r.repaired, r.reason, o.name as "setBy", r.set_at as "setAt"
  from light_rule r join officer o on o.district_id = r.district_id and o.id = r.set_by
  where r.district_id = $1 order by r.no desc limit $2`;

type Row = Omit<LightRuleView, 'setAt'> & { setAt: Date };

@Injectable()
export class LightRuleService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
  ) {}

  /** The rule that holds. */
  async current({ districtId }: Actor): Promise<LightRuleView> {
    const [rule] = await rulesOf(this.database.manager, districtId, 1);
    return rule ?? standard;
  }

  async versions({ districtId }: Actor): Promise<LightRuleList> {
    return { items: await rulesOf(this.database.manager, districtId, MOST) };
  }

  /** Sets the rule anew; every light of the district is judged by it at once. Errors: lightRule.red, lightRule.notStarted. */
  set(actor: Actor, version: number, given: LightRuleDto): Promise<LightRuleView> {
    check(given);
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId } = actor;
      await tx.query('select 1 from trade_union where district_id = $1 and id = $1 for no key update', [districtId]);
      const [before = standard] = await rulesOf(tx, districtId, 1);
      expectVersion(before.version, version);
      const { yellow, red, period, notStartedYellow, notStartedRed, repaired, reason } = given;
      const no = before.version + 1;
      await tx.query(
        `insert into light_rule (district_id, no, yellow, red, period, not_started_yellow, not_started_red, repaired, reason, set_by, set_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, app_now())`,
        [districtId, no, yellow, red, period, notStartedYellow, notStartedRed, repaired, reason, officerId],
      );
      await tx.query(
        `update task_light l set turn_on = app_today() from task t
         where l.district_id = $1 and t.district_id = $1 and t.id = l.task_id and t.status <> 'withdrawn'`,
        [districtId],
      );
      const rule = { yellow: Number(yellow), red: Number(red), period, notStartedYellow, notStartedRed, repaired };
      const body = { rule, no, reason };
      await announce(tx, actor, {
        name: 'lightRule.set',
        unionId: districtId,
        path: actor.path,
        subjectId: districtId,
        before,
        body,
      });
      const [after = standard] = await rulesOf(tx, districtId, 1);
      return after;
    });
  }
}

const standard: LightRuleView = {
  ...standardRule,
  version: 0,
  yellow: String(standardRule.yellow),
  red: String(standardRule.red),
  reason: null,
  setBy: null,
  setAt: null,
};

async function rulesOf(tx: EntityManager, districtId: string, most: number): Promise<LightRuleView[]> {
  const rows: Row[] = await tx.query(sql, [districtId, most]);
  return rows.map((row) => ({
    ...row,
    yellow: plain(row.yellow),
    red: plain(row.red),
    setAt: row.setAt.toISOString(),
  }));
}

function check({ yellow, red, notStartedYellow, notStartedRed }: LightRuleDto): void {
  if (Number(red) <= Number(yellow)) {
    const words = { zh: '红灯的落后点数须大于黄灯。', en: 'Red asks for more points behind than yellow.' };
    throw new Refused('lightRule.red', words, 'red');
  }
  if (notStartedYellow !== null && notStartedRed !== null && notStartedRed <= notStartedYellow) {
    const words = { zh: '未开展转红灯的期数须大于转黄灯。', en: 'Not started turns red later than yellow.' };
    throw new Refused('lightRule.notStarted', words, 'notStartedRed');
  }
}
