/** A period chosen by its year and its part of the year. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Year } from '../parts/year';
import { type PeriodKind, divisions, kindOf, kinds, months, nameOf, partOf, yearOf } from './period';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onPeriod: (name: string) => void;
  /** Which lengths can be chosen; all when left out. */
  readonly among?: readonly PeriodKind[];
  readonly wrong?: string | undefined;
  readonly help?: string;
}

export function PeriodChoice({ label, value, onPeriod, among = kinds, wrong, help }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const parts = [
    { value: '', label: t('indicator.wholeYear') },
    ...divisions.map((part) => ({ value: part, label: t(`indicator.parts.${part}`) })),
    ...months.map((part) => ({ value: part, label: t('indicator.month', { month: Number(part) }) })),
  ].filter((part) => among.includes(kindOf(nameOf('2000', part.value))));
  return (
    <fieldset className="period-choice">
      <legend>{label}</legend>
      <div className="filters">
        <Year value={Number(yearOf(value))} onYear={(year) => onPeriod(nameOf(String(year), partOf(value)))} />
        <label htmlFor={id}>
          <span>{t('indicator.period')}</span>
          <select
            id={id}
            className="choice"
            value={partOf(value)}
            onChange={({ target }) => onPeriod(nameOf(yearOf(value), target.value))}
          >
            {parts.map((part) => (
              <option key={part.value} value={part.value}>
                {part.label}
              </option>
            ))}
          </select>
        </label>
      </div>
      {(wrong ?? help) !== undefined && (
        <p className={wrong === undefined ? 'hint' : 'wrong'} role={wrong && 'alert'}>
          {wrong ?? help}
        </p>
      )}
    </fieldset>
  );
}
