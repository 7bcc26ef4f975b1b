/** Freezing what is published (公示快照): results, scheme and sheets, with their digests. */
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import type { Assessment } from '../assessment.entity';
import type { ScoreSheetView } from '../score-sheet.view';
import { ON_THE_WAY_MS } from '../score-sheet.writer';
import { publicationText, sha256 } from './digest';
import type { Publication } from './publication.entity';
import type { PublishedStanding } from './publication.view';

const earlier = `(select digest from publication where district_id = $1 and assessment_id = $2 and no = $3 - 1)`;

const text = publicationText(
  {
    earlier,
    no: '$3',
    kind: '$4::text',
    at: '$10::timestamptz',
    reason: '$6::text',
    standings: '$7::text',
    scheme: '$8::text',
  },
  '(select union_id, digest from published_sheet where district_id = $1 and assessment_id = $2 and no = $3) as sheet',
);

/** Stands in no JSON text. Hundreds of sheets travel faster as one text than as an array, which would be escaped. */
const SEPARATOR = '\u001e';

/** The bodies travel as text, so that what is kept, read and digested is the same to the letter. */
const insertSheets = `
  insert into published_sheet (district_id, assessment_id, no, union_id, body, digest)
  select $1, $2, $3, b.union_id, b.body, ${sha256('b.body')}
  from unnest($4::uuid[], string_to_array($5::text, E'\\x1e')) as b(union_id, body) order by b.union_id`;

const insertPublication = `
  insert into publication (district_id, assessment_id, no, kind, appeal_id, reason, standings, scheme, scheme_version,
    digest, published_by, published_at)
  select $1, $2, $3::integer, $4, $5::uuid, $6, $7::json, $8::json,
    (select version from scheme where district_id = $1 and id = $11), ${sha256(text)}, $9::uuid, $10
  returning digest`;

/** Sheets as they are frozen: read by the caller, made into answers here. */
export type SheetParts = Iterable<Sheets> | AsyncIterable<Sheets>;
type Sheets = Iterable<ScoreSheetView>;

/** Freezes the assessment's present publication, its sheets first; answers its digest. */
export async function freeze(
  tx: EntityManager,
  { officerId }: Pick<Actor, 'officerId'>,
  assessment: Assessment,
  given: Pick<Publication, 'kind' | 'appealId' | 'reason' | 'publishedAt'> & {
    readonly standings: readonly PublishedStanding[];
    readonly sheets: SheetParts;
  },
): Promise<string> {
  const { districtId, id, publication: no, definition, schemeId } = assessment;
  await freezeSheets(tx, [districtId, id, no], given.sheets);
  const [{ digest }]: [{ digest: string }] = await tx.query(insertPublication, [
    districtId,
    id,
    no,
    given.kind,
    given.appealId,
    given.reason,
    JSON.stringify(given.standings),
    JSON.stringify(definition),
    officerId,
    given.publishedAt,
    schemeId,
  ]);
  return digest;
}

/** One part is written while the next is made into answers; nothing is asked of the database meanwhile. */
async function freezeSheets(tx: EntityManager, key: readonly unknown[], parts: SheetParts): Promise<void> {
  let made: [string[], string] | null = null;
  let writing: Promise<unknown> | null = null;
  try {
    for await (const part of parts) {
      writing = made === null ? null : tx.query(insertSheets, [...key, ...made]);
      // said where it is awaited; until then nobody listens
      writing?.catch(() => undefined);
      await pause(ON_THE_WAY_MS);
      made = madeOf(part);
      await writing;
    }
    if (made !== null) await tx.query(insertSheets, [...key, ...made]);
  } finally {
    await writing?.catch(() => undefined);
  }
}

function madeOf(part: Sheets): [unionIds: string[], bodies: string] {
  const unionIds: string[] = [];
  const bodies: string[] = [];
  for (const sheet of part) {
    unionIds.push(sheet.unionId);
    bodies.push(JSON.stringify(sheet));
  }
  return [unionIds, bodies.join(SEPARATOR)];
}
