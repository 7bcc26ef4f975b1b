/** Personal data in full (个人信息查看): with a purpose, in the audit trail, never remembered with a call; and found by the whole number. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { readLedgerEntry } from '../entry/entry.reader';
import { BOTH, hasRework, shownTo } from '../rework/as-read';
import type { PersonalPart } from '../type/definition';
import { typeInHand } from '../type/ledger-type.reader';
import { type KeyRing, ringOf } from '../../dispatch/key-ring';
import { DisclosureView, LookupView } from './disclosure.view';
import { typed } from './numbers';
import { ownerOf } from './personal.writer';

const MOST_FOUND = 50;

const lookupSql = `
  select e.id, e.union_id as "unionId", u.name as "unionName", e.day::text as day, e.status, p.field
  from ledger_personal p join ${BOTH} e on e.district_id = p.district_id and e.id = p.entry_id
    and e.rework = p.reworked
  join trade_union u on u.district_id = e.district_id and u.id = e.union_id
  where p.digest = any($2) and p.district_id = $1 and p.what = $3 and e.type_id = $4
    and (e.union_id = $5 or e.path <@ $6::ltree) and ${shownTo('$5')}
  order by e.day desc, e.id desc limit ${MOST_FOUND + 1}`;

@Injectable()
export class DisclosureService {
  private kept: KeyRing | undefined;

  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Errors: notFound, also where the field holds nothing under seal. */
  disclose(
    actor: Actor,
    entryId: string,
    { field, purpose }: { field: string; purpose: string },
  ): Promise<DisclosureView> {
    return this.deeds.transaction(async (tx) => {
      await readLedgerEntry(tx, actor, entryId);
      const rows = await sealedIn(tx, actor, entryId, field);
      if (rows.length === 0) throw new NotFound();
      const shown: DisclosureView = { idNumber: null, phone: null };
      for (const { what, ...row } of rows) shown[what] = this.ring.open(row, ownerOf(entryId, field, what));
      await audit(tx, actor, 'personalData.shown', entryId, { after: { field, purpose } });
      return shown;
    });
  }

  /** Entries in reach that hold this very number; the trail keeps the purpose, not the number. Errors: notFound. */
  lookUp(
    actor: Actor,
    ledgerId: string,
    { what, value, purpose }: { what: PersonalPart; value: string; purpose: string },
  ): Promise<LookupView> {
    return this.deeds.transaction(async (tx) => {
      const { districtId, unionId, path } = actor;
      await typeInHand(tx, districtId, ledgerId);
      const digests = this.ring.digests(typed(value));
      const found: LookupView['items'] = await tx.query(lookupSql, [
        districtId,
        digests,
        what,
        ledgerId,
        unionId,
        path,
      ]);
      await audit(tx, actor, 'personalData.lookedUp', ledgerId, { after: { what, purpose, found: found.length } });
      return { items: found.slice(0, MOST_FOUND), more: found.length > MOST_FOUND };
    });
  }

  private get ring(): KeyRing {
    return (this.kept ??= ringOf(this.config));
  }
}

function sealedIn(
  tx: EntityManager,
  { districtId, unionId }: Actor,
  entryId: string,
  field: string,
): Promise<{ what: PersonalPart; keyId: string; sealed: Buffer }[]> {
  return tx.query(
    `select p.what, p.key_id as "keyId", p.sealed from ledger_entry e
     join ledger_personal p on p.district_id = e.district_id and p.entry_id = e.id
     where e.district_id = $1 and e.id = $2 and p.field = $3 and p.reworked = (e.union_id = $4 and ${hasRework('e')})`,
    [districtId, entryId, field, unionId],
  );
}
