/** What a spreadsheet of a form is held against (本单位报表): the own return that is open, else the accepted one. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import type { FormDefinition } from '../definition/definition';
import { FormVersion } from '../definition/form-version.entity';
import type { PeriodInHand } from '../period/period-in-hand';
import { FormReturn } from '../return/form-return.entity';
import { sheetNumber } from './sheet-rows';

const sql = `
  select id from form_return where union_id = $4 and form_id = $2 and period = $3 and district_id = $1
    and status in ('draft', 'submitted', 'returned', 'accepted') order by status = 'accepted' limit 1`;

export async function ownReturn(
  tx: EntityManager,
  { districtId, unionId }: Actor,
  { form: { id: formId }, period }: PeriodInHand,
): Promise<{ entry: FormReturn; definition: FormDefinition } | null> {
  const [found]: { id: string }[] = await tx.query(sql, [districtId, formId, period, unionId]);
  if (found === undefined) return null;
  const entry = await tx.findOneByOrFail(FormReturn, { districtId, id: found.id });
  const { formVersion: version } = entry;
  const { definition } = await tx.findOneByOrFail(FormVersion, { districtId, formId, version });
  return { entry, definition };
}

export async function sheetNumberOf(
  tx: EntityManager,
  { districtId, unionId }: Actor,
  { form: { code }, period }: PeriodInHand,
): Promise<string> {
  const [union]: { code: string }[] = await tx.query(
    'select code from trade_union where district_id = $1 and id = $2',
    [districtId, unionId],
  );
  return sheetNumber(code, period, union?.code ?? '');
}
