/** Which task counts the members: what a target is divided by 按会员数. */
import type { Schemas } from '../api/client';

const CODES: ReadonlySet<string | null> = new Set(['worker.member', 'rate.membership']);
// words of the data, not of the console: 人 and 会员
const PERSON = '\u4eba';
const MEMBER = '\u4f1a\u5458';

/** By its code, else by what it counts: members, as persons there are and not persons who came. */
export const isMembership = ({ code, measure }: Pick<Schemas['BoardRow'], 'code' | 'measure'>): boolean =>
  CODES.has(code) || (measure.unit === PERSON && measure.kind === 'stock' && measure.name.includes(MEMBER));
