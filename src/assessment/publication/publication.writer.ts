/** Freezing what is published (公示快照): results, scheme and sheets, with their digests, in one statement. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import type { Assessment } from '../assessment.entity';
import type { ScoreSheetView } from '../score-sheet.view';
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
  'sheet',
);

/** Stands in no JSON text. Hundreds of sheets travel faster as one text than as an array, which would be escaped. */
const SEPARATOR = '\u001e';

/** The bodies travel as text, so that what is kept, read and digested is the same to the letter. */
const sql = `
  with sheet as (
    insert into published_sheet (district_id, assessment_id, no, union_id, body, digest)
    select $1, $2, $3, b.union_id, b.body::json, ${sha256('b.body')}
    from unnest($11::uuid[], string_to_array($12::text, E'\\x1e')) as b(union_id, body) order by b.union_id
    returning union_id, digest
  )
  insert into publication (district_id, assessment_id, no, kind, appeal_id, reason, standings, scheme, scheme_version,
    digest, published_by, published_at)
  select $1, $2, $3::integer, $4, $5::uuid, $6, $7::json, $8::json,
    (select version from scheme where district_id = $1 and id = $13), ${sha256(text)}, $9::uuid, $10
  returning digest`;

/** Freezes the assessment's present publication; answers its digest. */
export async function freeze(
  tx: EntityManager,
  { officerId }: Pick<Actor, 'officerId'>,
  assessment: Assessment,
  given: Pick<Publication, 'kind' | 'appealId' | 'reason' | 'publishedAt'> & {
    readonly standings: readonly PublishedStanding[];
    readonly sheets: readonly ScoreSheetView[];
  },
): Promise<string> {
  const { districtId, id, publication: no, definition, schemeId } = assessment;
  const [{ digest }]: [{ digest: string }] = await tx.query(sql, [
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
    given.sheets.map(({ unionId }) => unionId),
    given.sheets.map((sheet) => JSON.stringify(sheet)).join(SEPARATOR),
    schemeId,
  ]);
  return digest;
}
