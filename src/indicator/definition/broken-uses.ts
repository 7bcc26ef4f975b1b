/** Indicators that a ledger’s form would break (受影响指标): those that can be worked out now and no longer by it. Pure. */
import type { FieldError } from '../../kernel/errors';
import type { BrokenUse } from '../../ledger/type/field-users.service';
import { type LedgerDefinition, fieldOf } from '../../ledger/type/definition';
import type { TypeInHand } from '../../ledger/type/ledger-type.reader';
import { compile, readingsOf } from './compile';
import { definitionErrors } from './definition-check';
import { type Known, type KnownIndicator, type KnownVersion, worldFor } from './known';

export function brokenUses(known: Known, next: TypeInHand): BrokenUse[] {
  const before = known.ledgers.get(next.code);
  if (before === undefined) return [];
  const then: Known = { ...known, ledgers: new Map([...known.ledgers, [next.code, next]]) };
  const altered = alteredFields(before.definition, next.definition);
  return known.indicators.flatMap((indicator) => {
    if (indicator.retired) return [];
    const [first] = indicator.versions.flatMap((version) => {
      const why = newlyWrong(indicator, version, known, then);
      return why === undefined ? [] : [{ version, why }];
    });
    if (first === undefined) return [];
    const used = fieldsUsed(indicator, first.version, known, next.code);
    const { code } = indicator;
    const { name } = indicator.versions[0]?.definition ?? first.version.definition;
    return [{ code, name, fields: altered.filter((key) => used.has(key)), words: first.why.words }];
  });
}

/** Every version is asked for: the figures of earlier years are worked out by earlier ones. */
function newlyWrong(
  { code }: KnownIndicator,
  { definition, holdsFrom: from }: KnownVersion,
  now: Known,
  then: Known,
): FieldError | undefined {
  const errors = definitionErrors(code, definition, worldFor(then, { from }));
  if (errors.length === 0) return undefined;
  const place = (error: FieldError): string => JSON.stringify([error.field, error.code, error.place]);
  const wrongAlready = new Set(definitionErrors(code, definition, worldFor(now, { from })).map(place));
  return errors.find((error) => !wrongAlready.has(place(error)));
}

function fieldsUsed(
  { code }: KnownIndicator,
  { definition, holdsFrom: from }: KnownVersion,
  now: Known,
  ledger: string,
): ReadonlySet<string> {
  const { compiled } = compile(code, definition, worldFor(now, { from }));
  const readings = compiled === null ? [] : readingsOf(compiled);
  const keys = readings.flatMap(({ asked }) =>
    asked.source === 'ledger' && asked.ledger === ledger ? [asked.field, ...Object.keys(asked.filters)] : [],
  );
  return new Set([...keys, definition.by].flatMap((key) => key ?? []));
}

const alteredFields = (before: LedgerDefinition, next: LedgerDefinition): string[] =>
  before.fields
    .filter((field) => JSON.stringify(fieldOf(next, field.key)) !== JSON.stringify(field))
    .map(({ key }) => key);
