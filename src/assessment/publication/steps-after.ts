/** The steps of an assessment after its publication (公示、申诉、办结): entered with an announcement. */
import type { EntityManager } from 'typeorm';
import type { Step } from '../../events/events';
import { announce, type Teller } from '../../outbox/announce';
import type { Assessment } from '../assessment.entity';
import { bump } from '../assessment.reader';
import { recordStep } from '../course/step.writer';

/** Moves a locked assessment on. */
export async function enterStep(
  tx: EntityManager,
  teller: Teller,
  assessment: Assessment,
  step: Extract<Step, 'appeals' | 'closed'>,
  dueOn: string | null = null,
): Promise<void> {
  const before = { step: assessment.step, stepDue: assessment.stepDue };
  await bump(tx, assessment, { step, stepDue: dueOn });
  await recordStep(tx, assessment, teller.officerId, null);
  await announce(tx, teller, {
    name: 'assessment.stepped',
    unionId: assessment.ownerId,
    path: assessment.path,
    subjectId: assessment.id,
    before,
    body: { assessment: assessment.body(), step, dueOn, reason: null },
  });
}

/** How many appeals of an assessment wait for an answer. */
export async function undecided(tx: EntityManager, { districtId, id }: Assessment): Promise<number> {
  const [{ n }]: [{ n: number }] = await tx.query(
    `select count(*)::int as n from appeal where district_id = $1 and assessment_id = $2 and status = 'filed'`,
    [districtId, id],
  );
  return n;
}
