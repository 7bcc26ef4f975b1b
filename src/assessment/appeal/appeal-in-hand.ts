/** An appeal (申诉) taken in hand: its assessment locked first, then the appeal, always in this order. */
import type { EntityManager } from 'typeorm';
import { NotFound } from '../../kernel/errors';
import { Assessment } from '../assessment.entity';
import { Appeal } from './appeal.entity';
import { decidedAlready } from './appeal-refusals';

/** Errors: notFound, appeal.decided (409). */
export async function takeAppeal(
  tx: EntityManager,
  where: { districtId: string; id: string; unionId?: string; assessmentId?: string },
): Promise<{ assessment: Assessment; appeal: Appeal }> {
  const found = await tx.findOneBy(Appeal, where);
  if (found === null) throw new NotFound();
  const lock = { mode: 'pessimistic_write' } as const;
  const { districtId, assessmentId } = found;
  const assessment = await tx.findOneOrFail(Assessment, { where: { districtId, id: assessmentId }, lock });
  const appeal = await tx.findOneOrFail(Appeal, { where: { districtId, id: found.id }, lock });
  if (appeal.status !== 'filed') throw decidedAlready();
  return { assessment, appeal };
}
