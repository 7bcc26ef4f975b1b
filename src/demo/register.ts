/** The enterprise register of the demo (企业库): the preset list arrives, communities verify it, sub-districts decide. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { writeNew } from '../enterprise/enterprise-batch';
import { countsOf } from '../enterprise/enterprise-counts';
import { dayOf } from '../kernel/clock';
import { DomainError } from '../kernel/errors';
import { newId } from '../kernel/id';
import { announce } from '../outbox/announce';
import type { DemoDistrict, Place } from './district';
import { inventEnterprises, type Invented, LISTED_ON } from './enterprises';
import type { Lane } from './lane';
import { pictureOf } from './pictures';

const BATCH = 500;
/** Enterprises of one proposal. */
const PROPOSED = 200;
const LIST = '预置非公企业名录.xlsx';
const PROPOSED_ON = '2014-05-12';
const DECIDED_ON = '2014-06-09';

const findings = [
  { finding: 'nonexistent', reason: '实地走访两次，注册地址无此企业，物业证明从未入驻。' },
  { finding: 'abnormal', reason: '已停业，工商列入经营异常名录。' },
] as const;

export async function fillRegister(lane: Lane, district: DemoDistrict, now: Date): Promise<void> {
  const all = inventEnterprises(district, dayOf(now));
  lane.begin();
  lane.moveTo(LISTED_ON);
  const ids = await list(lane, district, all);
  const excluded = all.flatMap(({ excluded: gone, merged }, no) => (gone ? [{ id: ids[no] ?? '', merged }] : []));
  for (const street of district.below) {
    for (const place of street.below) {
      const own = excluded.filter(({ merged }) => merged.unionId === place.unionId).map(({ id }) => id);
      await verify(lane, street, place, own);
    }
  }
}

/** As a spreadsheet would be taken in, but for the file. */
async function list(lane: Lane, { actor }: DemoDistrict, all: readonly Invented[]): Promise<string[]> {
  const { unionId, path, districtId } = actor;
  const intakeId = newId();
  const ids: string[] = [];
  for (let from = 0; from < all.length; from += BATCH) {
    const changes = all.slice(from, from + BATCH).map(({ merged }) => ({ after: merged }));
    await lane.deeds.transaction(async (tx) => {
      ids.push(...(await writeNew(tx, actor, changes, { since: LISTED_ON, reason: LIST })));
      const counts = await countsOf(tx, districtId, [...new Set(changes.map(({ after }) => after.unionId))]);
      const body = { intakeId, counts };
      await announce(tx, actor, { name: 'enterprise.batchTaken', unionId, path, subjectId: intakeId, body });
    });
  }
  await lane.deeds.transaction(async (tx) => {
    const body = { intakeId, unionId, fileName: LIST, created: all.length, changed: 0, unchanged: 0, faulty: 0 };
    await announce(tx, actor, { name: 'enterprise.takenIn', unionId, path, subjectId: intakeId, body });
  });
  return ids;
}

/** Some do not exist, the others are abnormal; each part with its reason and a picture. */
async function verify(lane: Lane, street: Place, place: Place, ids: readonly string[]): Promise<void> {
  const half = Math.ceil(ids.length / 2);
  for (const [no, { finding, reason }] of findings.entries()) {
    const part = no === 0 ? ids.slice(0, half) : ids.slice(half);
    for (let from = 0; from < part.length; from += PROPOSED) {
      const enterpriseIds = part.slice(from, from + PROPOSED);
      lane.begin();
      lane.moveTo(PROPOSED_ON);
      const { items } = await lane.verifications.propose(place.actor, { enterpriseIds, finding, reason });
      const [proposed] = items;
      if (proposed === undefined) continue;
      await show(lane, place, proposed, no);
      lane.moveTo(DECIDED_ON);
      const decisions = items.map(({ id }) => ({
        verificationId: id,
        outcome: 'accepted' as const,
        reason: '情况属实',
      }));
      await lane.verificationDecisions.decide(street.actor, decisions);
    }
  }
}

const fileSql = `
  with file as (insert into evidence_file (sha256, size, media_type) values ($3, 0, 'text/plain') on conflict do nothing)
  insert into verification_file (district_id, id, proposal_id, sha256, name, created_by) values ($1, $2, $4, $3, '走访记录.txt', $5)`;

/** Where there is no room for pictures, the record of the visit is an empty page. */
async function show(lane: Lane, { actor }: Place, { id, proposalId }: { id: string; proposalId: string }, no: number) {
  const { verificationFiles } = lane;
  try {
    if (verificationFiles !== undefined) {
      const bytes = Readable.from([await pictureOf(no)]);
      await verificationFiles.add(actor, id, { name: `走访现场${no + 1}.jpg`, bytes });
      return;
    }
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'no-space') throw error;
  }
  const sha256 = createHash('sha256').digest('hex');
  await lane.deeds.transaction((tx) =>
    tx.query(fileSql, [actor.districtId, newId(), sha256, proposalId, actor.officerId]),
  );
}
