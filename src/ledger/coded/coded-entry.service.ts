/** Entries that a program keeps under its own codes (外部编码): put twice is put once, and the rules are those of entries by hand. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config';
import { type KeyRing, ringOf } from '../../dispatch/key-ring';
import type { Actor } from '../../kernel/actor';
import { expectVersion, NotFound } from '../../kernel/errors';
import { Deeds } from '../../outbox/deeds';
import { takeEntry } from '../entry/entry-in-hand';
import { acceptedAlready, retired, underReview } from '../entry/entry-refusals';
import { type EntryGiven, type EntryRead, readEntry } from '../entry/entry-values';
import { beginCorrection, beginEntry, changeEntry, handInEntry, retreatEntry, saysTheSame } from '../entry/entry-work';
import { readLedgerEntry } from '../entry/entry.reader';
import type { LedgerEntryDetail } from '../entry/entry.view';
import type { LedgerEntry } from '../entry/ledger-entry.entity';
import { type TypeInHand, typeInHand } from '../type/ledger-type.reader';
import { codedEntries, holdCode, keepCodes, otherNumbers } from './coded-entries';
import { ledgerNamed } from './ledger-named';

export interface CodedGiven extends EntryGiven {
  readonly submit?: boolean;
  readonly reason?: string;
}

@Injectable()
export class CodedEntryService {
  private kept: KeyRing | undefined;

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The entry as it stands, or the newest correction of it. Errors: notFound. */
  async one(actor: Actor, ledger: string, code: string): Promise<LedgerEntryDetail> {
    const { manager } = this.database;
    const typeId = await ledgerNamed(manager, actor.districtId, ledger);
    const [found] = await codedEntries(manager, actor.districtId, typeId, [{ unionId: actor.unionId, code }]);
    if (found === undefined) throw new NotFound();
    return readLedgerEntry(manager, actor, found.id);
  }

  /**
   * Begun where there is none, changed where it says something else, and nothing where it says the same. What is accepted is
   * corrected, for a reason. Errors: ledger.retired, ledgerEntry.underReview, ledgerEntry.accepted (409), changedMeanwhile
   * (412), ledgerEntry.values, ledgerEntry.future (422), notFound.
   */
  put(
    actor: Actor,
    ledger: string,
    code: string,
    given: CodedGiven,
    seen?: number,
  ): Promise<{ readonly begun: boolean; readonly entry: LedgerEntryDetail }> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, unionId } = actor;
      const typeId = await ledgerNamed(tx, districtId, ledger);
      const type = await typeInHand(tx, districtId, typeId, { lock: 'for share of t' });
      await holdCode(tx, typeId, { unionId, code });
      const [found] = await codedEntries(tx, districtId, typeId, [{ unionId, code }]);
      const begun = found === undefined || found.status === 'withdrawn';
      const id = begun
        ? await this.begin(tx, actor, type, code, given, seen)
        : await this.bring(tx, actor, found.id, given, seen);
      return { begun, entry: await readLedgerEntry(tx, actor, id) };
    });
  }

  private async begin(
    tx: EntityManager,
    actor: Actor,
    type: TypeInHand,
    code: string,
    given: CodedGiven,
    seen: number | undefined,
  ): Promise<string> {
    if (seen !== undefined) expectVersion(0, seen);
    if (type.retired) throw retired();
    const read = await readEntry(tx, actor, type.definition, given);
    const entryId = await beginEntry(tx, actor, this.ring, type, read);
    await keepCodes(tx, actor.districtId, type.id, [{ unionId: actor.unionId, code, entryId }]);
    if (given.submit === true) await handInEntry(tx, actor, await takeEntry(tx, actor, entryId));
    return entryId;
  }

  /** An entry to what is given; answers the id of what says so now. */
  private async bring(
    tx: EntityManager,
    actor: Actor,
    id: string,
    { submit = false, reason, ...given }: CodedGiven,
    seen: number | undefined,
  ): Promise<string> {
    const inHand = await takeEntry(tx, actor, id);
    const { entry, handedIn, type } = inHand;
    if (seen !== undefined) expectVersion(entry.version, seen);
    const read = await readEntry(tx, actor, type.definition, given, entry.values);
    if (await this.isSaid(tx, entry, read)) {
      // what was returned waits for a change, not for the same once more
      if (submit && (entry.status === 'draft' || entry !== handedIn)) await handInEntry(tx, actor, inHand);
      return id;
    }
    if (entry.status === 'accepted') {
      if (reason === undefined) throw acceptedAlready();
      const correction = await beginCorrection(tx, actor, this.ring, inHand, reason);
      return this.change(tx, actor, correction, read, submit);
    }
    if (entry.status === 'submitted') {
      if (!submit) throw underReview();
      await retreatEntry(tx, actor, inHand, 'takenBack');
    }
    return this.change(tx, actor, id, read, submit);
  }

  private async change(tx: EntityManager, actor: Actor, id: string, read: EntryRead, submit: boolean): Promise<string> {
    await changeEntry(tx, actor, this.ring, await takeEntry(tx, actor, id), read);
    if (submit) await handInEntry(tx, actor, await takeEntry(tx, actor, id));
    return id;
  }

  private async isSaid(tx: EntityManager, entry: LedgerEntry, { secrets, ...read }: EntryRead): Promise<boolean> {
    if (!saysTheSame(entry, read)) return false;
    return (await otherNumbers(tx, this.ring, entry.districtId, [{ entryId: entry.id, secrets }])).size === 0;
  }

  private get ring(): KeyRing {
    return (this.kept ??= ringOf(this.config));
  }
}
