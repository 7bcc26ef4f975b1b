/** A form made from a ledger's definition: kept as a draft, or submitted at once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deskKey } from '../desk/desk';
import { Field, isElsewhere, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { type Definition, ledgerKey, type Values } from './data';
import { ValueField } from './value-field';

export interface Filled {
  readonly values: Record<string, unknown>;
  readonly day?: string;
}

interface Props {
  readonly definition: Definition;
  readonly start?: { readonly values: Values; readonly day: string };
  /** Keeps it; with `submit` it goes on to the tier above. */
  readonly run: (filled: Filled, submit: boolean) => Promise<unknown>;
}

export function EntryForm({ definition, start, run }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const [values, setValues] = useState<Record<string, unknown>>({ ...start?.values });
  const [day, setDay] = useState(start?.day ?? '');
  const deed = useMutation({
    mutationFn: (submit: boolean) => {
      const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
      return run({ values: said, ...(definition.whenField === null && day !== '' ? { day } : {}) }, submit);
    },
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: ledgerKey }), client.invalidateQueries({ queryKey: deskKey })]),
  });
  const shown = definition.fields.flatMap(({ key }) => [
    `values.${key}`,
    ...['name', 'creditCode', 'idNumber', 'phone'].map((part) => `values.${key}.${part}`),
  ]);
  return (
    <form
      className="ledger-form"
      aria-label={definition.name}
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate(true);
      }}
    >
      {definition.whenField === null && (
        <Field label={t('ledger.day')} help={t('ledger.dayHelp')} wrong={wrongIn(deed.error, 'day')}>
          {(given) => (
            <Input {...given} type="date" className="day" value={day} onChange={({ target }) => setDay(target.value)} />
          )}
        </Field>
      )}
      {definition.fields.map((field) => (
        <ValueField
          key={field.key}
          field={field}
          value={values[field.key]}
          error={deed.error}
          onValue={(value) => setValues({ ...values, [field.key]: value })}
        />
      ))}
      {deed.error !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={isElsewhere(deed.error, [...shown, 'day']) ? words(deed.error) : t('ledger.wrong')}
        />
      )}
      <div className="deeds">
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {t('ledger.submit')}
        </Button>
        <Button disabled={deed.isPending} onClick={() => deed.mutate(false)}>
          {t('ledger.keep')}
        </Button>
      </div>
    </form>
  );
}
