/** What is told of entries out of a spreadsheet (台账导入通报): how many of which unions, batch by batch, and how it ended. */
import type { EntityManager } from 'typeorm';
import type { LedgerBatch, LedgerBody } from '../../events/ledger-body';
import type { Actor } from '../../kernel/actor';
import { announce } from '../../outbox/announce';
import type { TypeInHand } from '../type/ledger-type.reader';

interface Made {
  readonly unionId: string;
  readonly day: string;
  readonly status: LedgerBatch['status'];
}

/** One announcement for each state; a batch of drafts is nobody else's business. */
export async function tellBatch(
  tx: EntityManager,
  actor: Actor,
  type: TypeInHand,
  intakeId: string,
  made: readonly Made[],
): Promise<void> {
  const { unionId, path } = actor;
  const handedIn = (['submitted', 'accepted'] as const).map((status) => ({
    status,
    unions: byUnion(made.filter((each) => each.status === status)),
  }));
  const told = handedIn.filter(({ unions }) => unions.length > 0);
  await announce(
    tx,
    actor,
    ...told.map((batch) => ({
      ...{ name: 'ledger.batchTaken' as const, unionId, path, subjectId: intakeId },
      body: { ledger: ledgerOf(type), intakeId, ...batch },
    })),
  );
}

export async function tellTaken(
  tx: EntityManager,
  actor: Actor,
  type: TypeInHand,
  told: { intakeId: string; fileName: string; created: number; unchanged: number; faulty: number },
): Promise<void> {
  const { unionId, path } = actor;
  const { intakeId, fileName, created, unchanged, faulty } = told;
  const body = { ledger: ledgerOf(type), intakeId, unionId, fileName, created, unchanged, faulty };
  await announce(tx, actor, { name: 'ledger.takenIn', unionId, path, subjectId: intakeId, body });
}

function byUnion(made: readonly Made[]): LedgerBatch['unions'] {
  const unions = new Map<string, LedgerBatch['unions'][number]>();
  for (const { unionId, day } of made) {
    const { entries, from, to } = unions.get(unionId) ?? { entries: 0, from: day, to: day };
    const [first, last] = [day < from ? day : from, day > to ? day : to];
    unions.set(unionId, { unionId, entries: entries + 1, from: first, to: last });
  }
  return [...unions.values()];
}

const ledgerOf = ({ id: ledgerId, code, programme, version, definition }: TypeInHand): LedgerBody => ({
  ledgerId,
  code,
  name: definition.name,
  programme,
  version,
});
