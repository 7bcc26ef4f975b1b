/** How sheets stand before they are published (暂定得分), as it is announced. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { announce } from '../outbox/announce';
import type { Assessment } from './assessment.entity';
import type { SettledSheet } from './score-sheet.writer';

/** Sheets in one announcement. */
const IN_ONE = 100;

/** Tells the boards of the scoring tier how the sheets stand: provisional until published. */
export async function tellProvisional(
  tx: EntityManager,
  actor: Actor,
  assessment: Assessment,
  settled: readonly SettledSheet[],
): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(settled.length / IN_ONE) }, (_, i) =>
    settled.slice(i * IN_ONE, (i + 1) * IN_ONE),
  );
  await announce(
    tx,
    actor,
    ...chunks.map((sheets) => ({
      name: 'sheet.scored' as const,
      unionId: assessment.ownerId,
      path: assessment.path,
      subjectId: assessment.id,
      body: {
        assessment: assessment.body(),
        sheets: sheets.map(({ unionId, classCode, points, openCriteria, criteria }) => ({
          unionId,
          classCode,
          points,
          openCriteria,
          criteria,
        })),
      },
    })),
  );
}
