/** An event in the words of the feed as they may leave the house (动态外发): without what people wrote, which may name somebody. Pure. */
import type { Envelope } from '../../events/envelope';
import type { EventName } from '../../events/events';
import { feedWords } from './feed-words';
import { subjectOf } from './subject';

/** What people wrote in their own words. */
const written = ['reason', 'decision', 'agreed', 'ground'] as const;
/** Stands for it until it is cut, with what leads to it. */
const MARK = '\uE000';
const lead = /(：|，约定：|，未足额分解：|; agreed: |, short of its share: |: )\uE000/g;

/** Files are called by who made them. */
const files: ReadonlySet<EventName> = new Set(['enterprise.takenIn', 'ledger.takenIn']);

export function outwardWords(event: Envelope, unionName: string): { zh: string; en: string } {
  const { name, body } = event;
  if (name === 'system.canary') throw new Error('A probe is not told to anybody.');
  const { words } = subjectOf(name, body);
  const say = (file: string): { zh: string; en: string } =>
    feedWords(name, unionName, { words: without(words, name, file) });
  return { zh: say('电子表格').zh.replace(lead, ''), en: say('a spreadsheet').en.replace(lead, '') };
}

function without(words: Record<string, string>, name: EventName, file: string): Record<string, string> {
  const kept: Record<string, string> = { ...words };
  for (const key of written) if (key in kept) kept[key] = MARK;
  if (files.has(name)) kept[name === 'ledger.takenIn' ? 'file' : 'title'] = file;
  return kept;
}
