/** The fields of a ledger's form, one a row: key, name, kind, what is required and listed, and what the kind takes. */
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { wrongIn } from '../parts/field';
import { type Definition, type Field } from './data';

const kinds = ['text', 'whole', 'decimal', 'money', 'day', 'choice', 'union', 'enterprise', 'person', 'file'] as const;
const numbers: ReadonlySet<string> = new Set(['whole', 'decimal', 'money']);

interface Props {
  readonly fields: Definition['fields'];
  readonly error: unknown;
  readonly onFields: (fields: Definition['fields']) => void;
}

export function TypeFields({ fields, error, onFields }: Props) {
  const { t } = useTranslation();
  const put = (index: number, field: Field) => onFields(fields.map((each, no) => (no === index ? field : each)));
  const without = (index: number) => fields.filter((_, no) => no !== index);
  const move = (index: number, by: number) => {
    const [field, rest] = [fields[index], without(index)];
    if (field !== undefined) onFields([...rest.slice(0, index + by), field, ...rest.slice(index + by)]);
  };
  return (
    <>
      <h2>{t('ledger.fields')}</h2>
      <ol className="ledger-fields">
        {fields.map((field, index) => (
          <li key={index} className="paper">
            <Row field={field} no={index + 1} error={error} onField={(next) => put(index, next)} />
            <div className="deeds">
              <Button size="small" disabled={index === 0} onClick={() => move(index, -1)}>
                {t('ledger.up')}
              </Button>
              <Button size="small" disabled={index === fields.length - 1} onClick={() => move(index, 1)}>
                {t('ledger.down')}
              </Button>
              <Button size="small" danger onClick={() => onFields(without(index))}>
                {t('ledger.removeField')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <Button
        disabled={fields.length >= 30}
        onClick={() =>
          onFields([
            ...fields,
            { key: `field${fields.length + 1}`, name: '', kind: 'text', required: false, listed: true },
          ])
        }
      >
        {t('ledger.addField')}
      </Button>
    </>
  );
}

interface RowProps {
  readonly field: Field;
  readonly no: number;
  readonly error: unknown;
  readonly onField: (field: Field) => void;
}

function Row({ field, no, error, onField }: RowProps) {
  const { t } = useTranslation();
  const { kind, required, listed, choices = [], asks = [] } = field;
  const wrong = (part: string): string | undefined => wrongIn(error, `definition.fields[${no - 1}].${part}`);
  const text = (part: 'key' | 'name' | 'unit' | 'min' | 'max' | 'hint', value = field[part] ?? '') => (
    <label>
      {t(`ledger.of.${part}`)}
      <Input
        value={value}
        aria-invalid={wrong(part) !== undefined}
        maxLength={part === 'hint' ? 200 : 100}
        onChange={({ target }) =>
          onField({
            ...field,
            [part]: target.value === '' && part !== 'key' && part !== 'name' ? undefined : target.value,
          })
        }
      />
      {wrong(part) !== undefined && <span className="wrong">{wrong(part)}</span>}
    </label>
  );
  return (
    <fieldset className="ledger-row">
      <legend>{t('ledger.fieldNo').replace('{no}', String(no))}</legend>
      {text('name')}
      {text('key')}
      <label>
        {t('ledger.of.kind')}
        <select
          className="choice"
          value={kind}
          onChange={({ target }) => onField(turned(field, kinds.find((each) => each === target.value) ?? 'text'))}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(`ledger.kind.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {numbers.has(kind) && (
        <>
          {text('unit')}
          {text('min')}
          {text('max')}
        </>
      )}
      {kind === 'choice' && (
        <label className="ledger-wide">
          {t('ledger.of.choices')}
          <Input.TextArea
            defaultValue={choices.map((each) => `${each.code} ${each.name}`).join('\n')}
            aria-invalid={wrong('choices') !== undefined}
            autoSize={{ minRows: 2 }}
            onBlur={({ target }) => onField({ ...field, choices: choicesOf(target.value) })}
          />
          {wrong('choices') !== undefined && <span className="wrong">{wrong('choices')}</span>}
        </label>
      )}
      {text('hint')}
      <span className="ledger-checks">
        <Check
          label={t('ledger.of.required')}
          checked={required}
          onCheck={(on) => onField({ ...field, required: on })}
        />
        {kind !== 'file' && (
          <Check label={t('ledger.of.listed')} checked={listed} onCheck={(on) => onField({ ...field, listed: on })} />
        )}
        {kind === 'person' &&
          (['idNumber', 'phone'] as const).map((part) => (
            <Check
              key={part}
              label={t(`ledger.part.${part}`)}
              checked={asks.includes(part)}
              onCheck={(on) => onField({ ...field, asks: on ? [...asks, part] : asks.filter((each) => each !== part) })}
            />
          ))}
      </span>
    </fieldset>
  );
}

function Check({ label, checked, onCheck }: { label: string; checked: boolean; onCheck: (on: boolean) => void }) {
  return (
    <label>
      <input type="checkbox" checked={checked} onChange={({ target }) => onCheck(target.checked)} /> {label}
    </label>
  );
}

/** Of another kind, without what only the old one took. */
function turned({ key, name, required, listed, hint }: Field, kind: Field['kind']): Field {
  return {
    key,
    name,
    kind,
    required,
    listed: listed && kind !== 'file',
    ...(hint === undefined ? {} : { hint }),
    ...(kind === 'choice' ? { choices: [] } : {}),
    ...(kind === 'decimal' ? { decimals: 2 } : {}),
  };
}

/** One a line: the code, a space, the name. */
function choicesOf(text: string): { code: string; name: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [code = '', ...rest] = line.split(/\s+/u);
      return { code, name: rest.join(' ') || code };
    });
}
