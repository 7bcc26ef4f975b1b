/** What the database's refusals mean to a caller, by SQLSTATE. */
import type { FieldError, Words } from '../kernel/errors';
import { houseRefusal, type Refusal } from './problem';

/** The parts of a PostgreSQL error that are looked at. */
interface DatabaseError {
  readonly code: string;
  readonly column?: string;
  readonly detail?: string;
}

const VALUE: Words = { zh: '数值或文本不可接受。', en: 'This value is not acceptable.' };
const REQUIRED: Words = { zh: '必填。', en: 'This is required.' };
const TAKEN: Words = { zh: '已存在相同的记录。', en: 'This is already taken.' };
const LINKED: Words = {
  zh: '所引用的记录不存在，或仍被引用。',
  en: 'It refers to something missing, or something still refers to it.',
};

const RETRY_SECONDS = 2;
const BUSY = /^(08...|57P0.|53[023]00|53400|40001|40P01|55P03|57014|25P0[34]|25006)$/;

/** The refusal for a SQLSTATE, or undefined where it is a fault of ours. */
export function refusalOfSqlState(error: DatabaseError): Refusal | undefined {
  const { code } = error;
  if (code === '53100') return houseRefusal(507);
  if (BUSY.test(code)) return houseRefusal(503, [], RETRY_SECONDS);
  if (code === '23505') return { status: 409, code: 'duplicate', words: TAKEN, errors: takenFields(error) };
  if (code === '23503') return { status: 409, code: 'reference', words: LINKED, errors: [] };
  if (code === '23502') return houseRefusal(422, columnError(error, 'required', REQUIRED));
  if (code === '23514' || /^22...$/.test(code)) return houseRefusal(422, columnError(error, 'value', VALUE));
  return undefined;
}

function columnError({ column }: DatabaseError, code: string, words: Words): FieldError[] {
  return column === undefined ? [] : [{ field: camel(column), code, words }];
}

/** The columns named in "Key (a, b)=(…) already exists.", never their values. */
function takenFields({ detail }: DatabaseError): FieldError[] {
  const columns = /^Key \(([a-z0-9_, ]+)\)=/.exec(detail ?? '')?.[1]?.split(', ') ?? [];
  return columns
    .filter((column) => column !== 'district_id')
    .map((column) => ({ field: camel(column), code: 'taken', words: TAKEN }));
}

const camel = (column: string): string => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
