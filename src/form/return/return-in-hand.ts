/** A return in hand (报表): locked for a deed of one side, with its period, the form it was made by and what may be done. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { idOfLabel } from '../../kernel/id';
import { wordsOfPeriod } from '../../kernel/period';
import type { AnyAnnouncement } from '../../outbox/announce';
import type { FormDefinition } from '../definition/definition';
import { FormVersion } from '../definition/form-version.entity';
import { holdTurn, leaveOf, requireLeave } from '../period/leave';
import { type PeriodInHand, periodInHand } from '../period/period-in-hand';
import { wrongState } from './return-refusals';
import { FormReturn, type ReturnStatus } from './form-return.entity';

export interface ReturnInHand {
  readonly entry: FormReturn;
  readonly inHand: PeriodInHand;
  /** By which it was made. */
  readonly definition: FormDefinition;
}

/** Nobody but their own union sees these. */
const unseen: ReadonlySet<ReturnStatus> = new Set(['draft', 'withdrawn']);

/** The own union's return, or one that waits for the own union; out of reach reads like missing. Errors: notFound, and those of its period. */
export async function takeReturn(
  tx: EntityManager,
  { districtId, unionId }: Actor,
  id: string,
  side: 'unionId' | 'reviewerId',
): Promise<ReturnInHand> {
  const where = { districtId, id, [side]: unionId };
  const found = await tx.findOneBy(FormReturn, where);
  if (found === null) throw new NotFound();
  await holdTurn(tx, found.formId, found.period, found.unionId);
  const entry = await tx.findOne(FormReturn, { where, lock: { mode: 'pessimistic_write' } });
  if (entry === null || (side === 'reviewerId' && unseen.has(entry.status))) throw new NotFound();
  const { formId, formVersion: version, period } = entry;
  const { definition } = await tx.findOneByOrFail(FormVersion, { districtId, formId, version });
  return { entry, definition, inHand: await periodInHand(tx, districtId, formId, period) };
}

/** In one of these states, and its period can be worked on. Errors: return.state, formPeriod.*, return.exempted (409). */
export async function requireWorkable(
  tx: EntityManager,
  { entry, inHand }: ReturnInHand,
  ...allowed: readonly ReturnStatus[]
): Promise<void> {
  requireLeave(inHand, await leaveOf(tx, entry.districtId, inHand, entry.unionId));
  if (!allowed.includes(entry.status)) throw wrongState();
}

/** The union above, as the tree stood on the last day of the period; null for the district. */
export function reviewerOf(path: string): string | null {
  const label = path.split('.').at(-2);
  return label === undefined ? null : idOfLabel(label);
}

type Deed = 'submitted' | 'returned' | 'accepted' | 'corrected' | 'withdrawn';

/** The return as it stands after the deed: its numbers, and no word but why it was returned. */
export function toldOf(
  { entry, definition, inHand }: ReturnInHand,
  deed: Deed,
  reason: string | null,
): AnyAnnouncement {
  const { id: returnId, unionId, path, period, status, timeliness, correctsId, values, findings, formVersion } = entry;
  const { id: formId, code } = inHand.form;
  const { name, programme } = definition;
  return {
    name: `return.${deed}`,
    unionId,
    path,
    subjectId: returnId,
    body: {
      form: { formId, code, name, programme, version: formVersion },
      formReturn: {
        ...{ returnId, unionId, period, label: wordsOfPeriod(period).zh },
        ...{ status, timeliness, correctsId, figures: { ...values }, marks: findings.length },
      },
      reason,
    },
  };
}
