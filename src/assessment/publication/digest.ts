/** The digest of a publication (公示摘要): SHA-256 in the database, over the exact texts that are kept, as SQL. */

/** Lower-case hexadecimal digits of the SHA-256 of a text. */
export const sha256 = (text: string): string => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

/**
 * The text of a publication, line by line: the digest of the publication before it (empty for the first), its number
 * and kind, its moment, its reason, one line for each of its sheets (`<union> <digest>`, by union), the standings,
 * the scheme. `p` names the publication's columns; `sheets` the relation with union_id and digest of its sheets.
 */
export const publicationText = (
  p: Record<'earlier' | 'no' | 'kind' | 'at' | 'reason' | 'standings' | 'scheme', string>,
  sheets: string,
): string => `
  concat_ws(E'\\n', coalesce(${p.earlier}, ''), ${p.no}::text || ' ' || ${p.kind},
    to_char(${p.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), coalesce(${p.reason}, ''),
    coalesce((select string_agg(union_id::text || ' ' || digest, E'\\n' order by union_id) from ${sheets}), ''),
    ${p.standings}, ${p.scheme})`;
