/** What enterprises formerly were (企业曾用情况): kind, industry, term and the two committees, until which day. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FormerFacts1763900000166 implements MigrationInterface {
  name = 'FormerFacts1763900000166';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table enterprise_former_fact (
        district_id uuid not null,
        enterprise_id uuid not null,
        fact text not null check (fact in ('kind', 'industry', 'termEndsOn', 'mediation', 'legalSupervision')),
        until date not null,
        value text,
        primary key (district_id, enterprise_id, fact, until),
        foreign key (district_id, enterprise_id) references enterprise (district_id, id)
      );
      alter table enterprise add column facts_since date;

      -- what has been changed so far held until the day before
      insert into enterprise_former_fact (district_id, enterprise_id, fact, until, value)
      select distinct on (1, 2, 3, 4) c.district_id, c.enterprise_id, b.key,
        (c.at at time zone 'Asia/Shanghai')::date - 1, b.value #>> '{}'
      from enterprise_change c cross join lateral jsonb_each(c.before) b
      join enterprise e on e.district_id = c.district_id and e.id = c.enterprise_id
      where c.kind in ('changed', 'takenIn') and jsonb_typeof(c.before) = 'object'
        and b.key in ('kind', 'industry', 'termEndsOn', 'mediation', 'legalSupervision')
        and (c.at at time zone 'Asia/Shanghai')::date > e.opened_on
      order by 1, 2, 3, 4, c.no;
      update enterprise e set facts_since = f.until + 1 from (
        select district_id, enterprise_id, max(until) as until from enterprise_former_fact group by 1, 2) f
      where f.district_id = e.district_id and f.enterprise_id = e.id;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
