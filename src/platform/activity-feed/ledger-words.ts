/** What the feed says of ledgers (台账动态). Pure. */
import type { LedgerEvents } from '../../events/ledger-body';
import type { Say } from './say';

interface LedgerSubject {
  readonly unionId?: string;
  readonly ledgerEntryId?: string;
  readonly words: Record<string, string>;
}

export function ledgerSubject(body: LedgerEvents[keyof LedgerEvents]): LedgerSubject {
  const words: Record<string, string> = { title: body.ledger.name };
  if ('fileName' in body) {
    const { unionId, fileName, created, faulty } = body;
    return { unionId, words: { ...words, file: fileName, created: String(created), faulty: String(faulty) } };
  }
  if ('unions' in body) return { words };
  if (body.reason !== null) words.reason = body.reason;
  if (!('ledgerEntry' in body)) return { words };
  const { entryId, unionId, day, correctsId } = body.ledgerEntry;
  if (correctsId !== null) words.corrects = 'true';
  return { unionId, ledgerEntryId: entryId, words: { ...words, day } };
}

/** A sentence about an entry of a ledger: what happened, and why where it was said. */
const ofLedgerEntry =
  (zh: (union: string, entry: string) => string, en: (union: string, entry: string) => string): Say =>
  (union, w) => ({
    zh: `${zh(union, `台账“${w.title}”${w.day} 的${w.corrects === undefined ? '' : '更正'}记录`)}${w.reason === undefined ? '' : `：${w.reason}`}`,
    en: `${en(union, `${w.corrects === undefined ? 'entry' : 'entry (correction)'} of ${w.day} in the ledger “${w.title}”`)}${w.reason === undefined ? '' : `: ${w.reason}`}`,
  });

export const ledgerSentences: Record<keyof LedgerEvents, Say> = {
  'ledger.published': (union, w) => ({
    zh: `${union}发布台账“${w.title}”：${w.reason}`,
    en: `${union} published the ledger “${w.title}”: ${w.reason}`,
  }),
  'ledger.retired': (union, w) => ({
    zh: `${union}停用台账“${w.title}”：${w.reason}`,
    en: `${union} retired the ledger “${w.title}”: ${w.reason}`,
  }),
  'ledger.batchTaken': (union, w) => ({
    zh: `${union}导入台账“${w.title}”`,
    en: `${union} takes entries into the ledger “${w.title}”`,
  }),
  'ledger.takenIn': (union, w) => ({
    zh: `${union}将“${w.file}”导入台账“${w.title}”：新增 ${w.created ?? '0'} 条，有误 ${w.faulty ?? '0'} 行`,
    en: `${union} took “${w.file}” into the ledger “${w.title}”: ${w.created ?? '0'} new, ${w.faulty ?? '0'} rows wrong`,
  }),
  'ledgerEntry.submitted': ofLedgerEntry(
    (union, entry) => `${union}上报${entry}`,
    (union, entry) => `${union} submitted an ${entry}`,
  ),
  'ledgerEntry.returned': ofLedgerEntry(
    (union, entry) => `${union}的${entry}被退回`,
    (union, entry) => `The ${entry} of ${union} was returned`,
  ),
  'ledgerEntry.accepted': ofLedgerEntry(
    (union, entry) => `${union}的${entry}审核通过`,
    (union, entry) => `The ${entry} of ${union} was accepted`,
  ),
  'ledgerEntry.corrected': ofLedgerEntry(
    (union, entry) => `${union}的${entry}已被更正`,
    (union, entry) => `The ${entry} of ${union} was replaced by a correction`,
  ),
  'ledgerEntry.withdrawn': ofLedgerEntry(
    (union, entry) => `${union}撤回${entry}`,
    (union, entry) => `${union} withdrew an ${entry}`,
  ),
};
