/** The earlier submissions of a union for a period (历次报送), as the union itself and those above it read them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { HANDED_IN, iso } from './return.reader';
import type { FormSubmissionList } from './return.view';
import { type KeptReturn, submissionsOf } from './submissions';

/** Returns of one union for one period, corrections and those given up among them; and steps of each that are looked back on. */
const MOST_RETURNS = 20;
const MOST_STEPS = 500;
/** That are answered: the latest. */
const MOST_SUBMISSIONS = 100;

const seen = (row: string): string =>
  `(${row}.union_id = $3 or (${row}.path <@ $4::ltree and ${row}.status in ${HANDED_IN}))`;

const sql = `
  select r.id, r.status, r.given as values, r.missing, r.words, (
      select coalesce(json_agg(json_build_object('kind', s.kind, 'by', p.name, 'at', ${iso('s.at')}, 'words', s.words,
        'changes', s.changes) order by s.no desc), '[]')
      from (select * from form_return_step s where s.district_id = $1 and s.return_id = r.id order by s.no desc limit ${MOST_STEPS}) s
      join officer p on p.district_id = $1 and p.id = s.officer_id) as steps
  from form_return a join form_return r on r.district_id = $1 and r.form_id = a.form_id and r.period = a.period
    and r.union_id = a.union_id
  where a.district_id = $1 and a.id = $2 and ${seen('a')} and ${seen('r')}
  order by r.id desc limit ${MOST_RETURNS}`;

@Injectable()
export class FormSubmissionsReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Errors: notFound. */
  async list({ districtId, unionId, path }: Actor, id: string): Promise<FormSubmissionList> {
    const rows: KeptReturn[] = await this.database.query(sql, [districtId, id, unionId, path]);
    if (rows.length === 0) throw new NotFound();
    // a return begins when the one before it is given up or accepted: so they follow one another
    const all = rows.flatMap(submissionsOf);
    return { items: all.slice(0, MOST_SUBMISSIONS) };
  }
}
