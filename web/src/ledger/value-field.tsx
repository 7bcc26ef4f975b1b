/** One field of a form that is made from a ledger's definition. */
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { UnionSelect } from '../administration/union-select';
import { unionsQuery } from '../api/unions';
import { Field as Labelled, wrongIn } from '../parts/field';
import type { Field } from './data';

interface Props {
  readonly field: Field;
  readonly value: unknown;
  readonly error: unknown;
  readonly onValue: (value: unknown) => void;
}

/** What is empty is left out. */
const given = (text: string): string | undefined => (text === '' ? undefined : text);

export function ValueField({ field, value, error, onValue }: Props) {
  const { t } = useTranslation();
  const { key, name, kind, required, unit, hint, asks = [] } = field;
  const label = (
    <>
      {unit === undefined ? name : `${name}（${unit}）`}
      {required && <span aria-hidden="true"> *</span>}
    </>
  );
  if (kind === 'file') return <p className="hint">{t('ledger.fileLater', { name })}</p>;
  if (kind === 'person' || kind === 'enterprise') {
    const parts = kind === 'enterprise' ? ['creditCode'] : asks;
    return (
      <fieldset className="ledger-thing">
        <legend>{label}</legend>
        {['name', ...parts].map((part) => (
          <Part key={part} {...{ part, field, value, error, onValue }} />
        ))}
      </fieldset>
    );
  }
  return (
    <Labelled label={label} help={hint} wrong={wrongIn(error, `values.${key}`)}>
      {(shared) => <Control {...{ shared, field, value, onValue }} />}
    </Labelled>
  );
}

type Shared = Parameters<Parameters<typeof Labelled>[0]['children']>[0];

function Control({ shared, field, value, onValue }: Omit<Props, 'error'> & { shared: Shared }) {
  const { t } = useTranslation();
  const unions = useQuery({ ...unionsQuery, enabled: field.kind === 'union' });
  const text = typeof value === 'string' ? value : '';
  const typed = {
    ...shared,
    value: text,
    'aria-required': field.required,
    onChange: ({ target }: { target: { value: string } }) => onValue(given(target.value)),
  };
  if (field.kind === 'choice')
    return (
      <select {...typed} className="choice">
        <option value="">{t('ledger.choose')}</option>
        {(field.choices ?? []).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    );
  if (field.kind === 'union')
    return <UnionSelect id={shared.id} unions={unions.data ?? []} value={text} onChange={(id) => onValue(given(id))} />;
  if (field.kind === 'day') return <Input {...typed} type="date" className="day" />;
  if (field.multiline === true)
    return <Input.TextArea {...typed} autoSize={{ minRows: 2 }} maxLength={field.maxLength ?? 200} />;
  const number = field.kind !== 'text';
  return (
    <Input
      {...typed}
      maxLength={field.maxLength ?? 200}
      {...(number && { inputMode: 'decimal', className: 'ledger-number' })}
    />
  );
}

function Part({ part, field, value, error, onValue }: Props & { readonly part: string }) {
  const { t } = useTranslation();
  const parts = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const text = parts.get(part);
  const whole = part === 'name' ? wrongIn(error, `values.${field.key}`) : undefined;
  const change = (said: string) => {
    const next = Object.fromEntries([...parts, [part, given(said)]].filter(([, each]) => each !== undefined));
    onValue(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <Labelled
      label={t(`ledger.part.${part as 'name'}`)}
      help={part === 'idNumber' || part === 'phone' ? t('ledger.sealed') : undefined}
      wrong={wrongIn(error, `values.${field.key}.${part}`) ?? whole}
    >
      {(shared) => (
        <Input
          {...shared}
          value={typeof text === 'string' ? text : ''}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => change(target.value)}
        />
      )}
    </Labelled>
  );
}
