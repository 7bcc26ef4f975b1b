/** Takes spreadsheets away that were kept until their intake ended (导入文件清除): also those that a crash left behind. */
import type { DataSource } from 'typeorm';
import { isId } from '../http/field-rules';
import type { EvidenceStore } from '../work/evidence-store.service';

/** Ended, or asked for so long ago that nobody will say so any more: ids are UUID v7 and tell their time. */
const endedSql = `
  select g.id from unnest($1::uuid[]) as g(id) left join intake i on i.id = g.id
  where i.ended_at is not null
    or (i.id is null and to_timestamp(('x' || left(replace(g.id::text, '-', ''), 12))::bit(48)::bigint / 1000.0) < now() - interval '1 hour')`;

export async function forgetEnded(
  database: DataSource,
  store: Pick<EvidenceStore, 'passing' | 'forget'>,
): Promise<void> {
  const kept = (await store.passing()).filter(isId);
  if (kept.length === 0) return;
  const ended: { id: string }[] = await database.query(endedSql, [kept]);
  await Promise.all(ended.map(({ id }) => store.forget(id)));
}
