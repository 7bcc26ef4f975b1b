/** The name of a period (报告期) in the reader's language, and choosing one of those around today. */
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../parts/amount';
import { Field } from '../parts/field';
import { type PeriodKind, periodsAround } from './definition';

export function usePeriodName(): (period: string) => string {
  const { t } = useTranslation();
  return (period) => {
    const [year, no] = [period.slice(0, 4), Number(period.slice(5))];
    if (period.includes('-')) return t('formDesign.periodName.month', { year, no });
    if (period.includes('Q')) return t('formDesign.periodName.quarter', { year, no });
    if (period.includes('H')) return t(`formDesign.periodName.half${no === 1 ? 1 : 2}`, { year });
    return t('formDesign.periodName.year', { year });
  };
}

export function PeriodName({ period }: { readonly period: string }) {
  return usePeriodName()(period);
}

/** The period that today lies in. */
export const periodNow = (kind: PeriodKind): string => periodsAround(kind, month(), 0, 0)[0] ?? '';

const month = (): string => dayOf(dayjs().toISOString()).slice(0, 7);

interface Props {
  readonly label: string;
  readonly help: string;
  readonly kind: PeriodKind;
  readonly value: string;
  readonly wrong: string | undefined;
  readonly onPeriod: (period: string) => void;
}

export function PeriodChoice({ label, help, kind, value, wrong, onPeriod }: Props) {
  const name = usePeriodName();
  const all = periodsAround(kind, month(), 6, 12);
  return (
    <Field label={label} help={help} wrong={wrong}>
      {(given) => (
        <select {...given} className="choice" value={value} onChange={({ target }) => onPeriod(target.value)}>
          {(all.includes(value) ? all : [value, ...all]).map((period) => (
            <option key={period} value={period}>
              {name(period)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
