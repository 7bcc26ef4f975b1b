/** One cell of a return: a number, where 0 is a number and nothing is missing, with why it is missing. */
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import { Field } from '../parts/field';
import { useFinding } from './findings';
import type { Cell } from './form-data';

interface Props {
  readonly cell: Cell;
  readonly value: string;
  readonly reason: string;
  readonly before: string | undefined;
  readonly mark: Schemas['FormFindingView'] | undefined;
  readonly wrong: string | undefined;
  readonly wrongReason: string | undefined;
  readonly onValue: (text: string) => void;
  readonly onReason: (text: string) => void;
}

export function FillCell({ cell, value, reason, before, mark, wrong, wrongReason, onValue, onReason }: Props) {
  const { t } = useTranslation();
  const inWords = useFinding();
  const { name, unit, required, note } = cell;
  const told = [
    note,
    before === undefined ? undefined : t('forms.before', { value: amount(before) }),
    mark && inWords(mark),
  ].filter((text) => text !== undefined);
  return (
    <div className="form-cell">
      <Field
        label={
          <>
            {`${name}（${unit}）`}
            {required && <span aria-hidden="true"> *</span>}
          </>
        }
        help={told.length === 0 ? undefined : told.join(' · ')}
        wrong={wrong}
      >
        {(given) => (
          <Input
            {...given}
            inputMode="decimal"
            autoComplete="off"
            aria-required={required}
            maxLength={40}
            value={value}
            onChange={({ target }) => onValue(target.value.trim())}
          />
        )}
      </Field>
      {required && value === '' && (
        <Field label={t('forms.whyMissing', { name })} wrong={reason === '' ? wrongReason : undefined}>
          {(given) => (
            <Input {...given} maxLength={500} value={reason} onChange={({ target }) => onReason(target.value)} />
          )}
        </Field>
      )}
    </div>
  );
}
