/** Reads a body of theirs through the mapping (报文转换): our fields, what could not be translated, or what is wrong and where. Pure. */
import { isMoment, isText } from '../http/field-rules';
import { dayOf } from '../kernel/clock';
import type { Words } from '../kernel/errors';
import { RowFaults } from '../kernel/row-faults';
import type { CaseKind, CaseMark } from './case-course';
import type { CaseMapping } from './case-mapping';
import { sparing } from './sparing';

export interface CaseRead {
  readonly title: string;
  readonly content: string;
  readonly kind: CaseKind;
  readonly programme: string | null;
  /** Their code of the area, as they sent it. */
  readonly area: string | null;
  /** What it means here; null: not known, so the district has it. */
  readonly unionCode: string | null;
  readonly occurredAt: string | null;
  readonly receivedAt: string | null;
  readonly dueOn: string | null;
  readonly marks: CaseMark[];
}

const TITLE = 200;
const CONTENT = 10_000;
const CODE = 200;

/** Errors: case.text, case.moment, case.code (422), all at once, each with its path in their body. */
export function readCase({ fields, kinds, areas }: CaseMapping, body: object): CaseRead {
  const faults = new RowFaults();
  const at = (path: string | null): unknown => (path === null ? undefined : valueAt(body, path));
  const text = (path: string, max: number, lines: boolean): string => {
    const value = at(path);
    const given = typeof value === 'string' ? (lines ? value.trim() : value.replaceAll(/\s+/g, ' ').trim()) : value;
    if (typeof given === 'string' && isText(given, 1, max, lines)) return sparing(given);
    faults.add(path, notText(max));
    return '';
  };
  const code = (path: string | null): string | null => {
    const value = at(path);
    if (path === null || value === undefined || value === null || value === '') return null;
    const given = Number.isSafeInteger(value) ? String(value) : value;
    if (typeof given === 'string' && isText(given, 1, CODE, false)) return given;
    faults.add(path, notCode);
    return null;
  };
  const moment = (path: string | null): string | null => {
    const value = at(path);
    if (path === null || value === undefined || value === null || value === '') return null;
    const found = momentOf(value);
    if (found === null) faults.add(path, notMoment);
    return found;
  };
  const [title, content] = [text(fields.title, TITLE, false), text(fields.content, CONTENT, true)];
  const [kindSent, area] = [code(fields.kind), code(fields.area)];
  const [occurredAt, receivedAt] = [moment(fields.occurredAt), moment(fields.receivedAt)];
  const due = moment(fields.dueOn);
  faults.throwIfAny();
  const kind = kinds.find(({ theirs }) => theirs === kindSent);
  const unionCode = areas.find(({ theirs }) => theirs === area)?.unionCode ?? null;
  const marks: CaseMark[] = [];
  if (fields.area !== null && unionCode === null) marks.push('area');
  if (fields.kind !== null && kind === undefined) marks.push('kind');
  return {
    ...{ title, content, kind: kind?.kind ?? 'other', programme: kind?.programme ?? null, area, unionCode },
    ...{ occurredAt, receivedAt, dueOn: due === null ? null : dayOf(new Date(due)), marks },
  };
}

/** Own fields only, so that no path leads out of their body. */
function valueAt(body: unknown, path: string): unknown {
  let value = body;
  for (const [, key, index] of path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)) {
    const name = key ?? index ?? '';
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    if (Array.isArray(value) !== (index !== undefined)) return undefined;
    value = Object.getOwnPropertyDescriptor(value, name)?.value;
  }
  return value;
}

const LOCAL = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(:\d\d)?)?$/;

/** RFC 3339, or the day and time of Shanghai as such platforms write them; milliseconds since 1970 as a number. */
function momentOf(value: unknown): string | null {
  if (typeof value === 'number') {
    const date = new Date(value);
    return Number.isSafeInteger(value) && value > 0 && !Number.isNaN(date.getTime()) && isMoment(date.toISOString())
      ? date.toISOString()
      : null;
  }
  if (typeof value !== 'string') return null;
  const [, day, time = '00:00', seconds = ':00'] = LOCAL.exec(value) ?? [];
  const full = day === undefined ? value : `${day}T${time}${seconds}+08:00`;
  return isMoment(full) ? new Date(full).toISOString() : null;
}

const notText = (max: number): { code: string; words: Words } => ({
  code: 'case.text',
  words: {
    zh: `应为 1 至 ${max} 个字的文字，且不能为空白。`,
    en: `It should be text of 1 to ${max} characters and not blank.`,
  },
});
const notCode = {
  code: 'case.code',
  words: { zh: `应为不超过 ${CODE} 个字的编码。`, en: `It should be a code of at most ${CODE} characters.` },
};
const notMoment = {
  code: 'case.moment',
  words: {
    zh: '应为时刻，如 2026-11-24 09:30:00（北京时间）或 2026-11-24T09:30:00+08:00。',
    en: 'It should be a moment, such as 2026-11-24 09:30:00 (Beijing time) or 2026-11-24T09:30:00+08:00.',
  },
};
