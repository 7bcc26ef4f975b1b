/** 目标分解: a part for each union directly below, or each shorter period, with what they make together. */
import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { type PeriodKind, kinds } from '../indicators/period';
import { amount } from '../parts/amount';
import { Wide } from '../parts/wide';
import { evenly, inProportion, numberIn } from '../tasks/divide';
import { Check } from './check';
import { type Draft, divisionsOf, partsIn } from './target-draft';

type Told = Schemas['TargetTrialView'] | undefined;

interface Props {
  readonly draft: Draft;
  readonly unit: string;
  readonly decimals: number;
  readonly told: Told;
  readonly wrong: (key: string) => string | undefined;
  readonly onDraft: (change: Partial<Draft>) => void;
}

interface UnionProps extends Props {
  readonly below: readonly { readonly id: string; readonly name: string }[];
  /** What each had in the period of the baseline. */
  readonly was: ReadonlyMap<string, string | null>;
}

export function UnionParts({ draft, below, was, unit, decimals, told, wrong, onDraft }: UnionProps) {
  const { t } = useTranslation();
  const whole = numberIn(draft.value);
  const adds = told?.unionRule === 'sum';
  const fill = (values: readonly string[]) =>
    onDraft({ unions: Object.fromEntries(below.map(({ id }, no) => [id, values[no] ?? ''])) });
  const before = below.map(({ id }) => was.get(id) ?? null);
  return (
    <section aria-label={t('target.byUnion')}>
      <h2>{t('target.byUnion')}</h2>
      {told !== undefined && whole !== null && (
        <div className="deeds">
          <Button onClick={() => fill(adds ? evenly(whole, below.length, decimals) : below.map(() => whole))}>
            {t(adds ? 'target.evenly' : 'target.asWhole')}
          </Button>
          {adds && before.some((value) => value !== null && Number(value) > 0) && (
            <Button onClick={() => fill(inProportion(whole, before, decimals))}>{t('target.asBefore')}</Button>
          )}
          <Button onClick={() => onDraft({ unions: {} })}>{t('target.clear')}</Button>
        </div>
      )}
      <Rows
        heads={[t('indicator.union'), t('target.was')]}
        unit={unit}
        rows={below.map(({ id, name }) => ({ key: id, name, beside: amount(was.get(id) ?? null) }))}
        values={draft.unions}
        wrong={wrong}
        onValue={(id, value) => onDraft({ unions: { ...draft.unions, [id]: value } })}
      />
      <Check check={told?.unionCheck ?? null} unit={unit} />
    </section>
  );
}

interface PeriodProps extends Props {
  readonly period: string;
  readonly shortest: PeriodKind;
}

export function PeriodParts({ draft, period, shortest, unit, decimals, told, wrong, onDraft }: PeriodProps) {
  const { t } = useTranslation();
  const id = useId();
  const { dividedBy } = draft;
  const names = dividedBy === '' ? [] : partsIn(period, dividedBy);
  const whole = numberIn(draft.value);
  const adds = told?.periodRule === 'sum';
  const fill = (values: readonly string[]) =>
    onDraft({ periods: Object.fromEntries(names.map((name, no) => [name, values[no] ?? ''])) });
  return (
    <section aria-label={t('target.byPeriod')}>
      <h2>{t('target.byPeriod')}</h2>
      <div className="filters">
        <label htmlFor={id}>
          <span>{t('target.divided')}</span>
          <select
            id={id}
            className="choice"
            value={dividedBy}
            onChange={({ target }) => onDraft({ dividedBy: kinds.find((kind) => kind === target.value) ?? '' })}
          >
            <option value="">{t('target.undivided')}</option>
            {divisionsOf(period, shortest).map((kind) => (
              <option key={kind} value={kind}>
                {t(`indicator.kinds.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        {names.length > 0 && whole !== null && told !== undefined && (
          <Button onClick={() => fill(adds ? evenly(whole, names.length, decimals) : names.map(() => whole))}>
            {t(adds ? 'target.evenly' : 'target.asWhole')}
          </Button>
        )}
      </div>
      {names.length > 0 && (
        <>
          <Rows
            heads={[t('indicator.period')]}
            unit={unit}
            rows={names.map((name) => ({ key: name, name }))}
            values={draft.periods}
            wrong={wrong}
            onValue={(name, value) => onDraft({ periods: { ...draft.periods, [name]: value } })}
          />
          <Check check={told?.periodCheck ?? null} unit={unit} />
        </>
      )}
    </section>
  );
}

interface RowsProps {
  readonly heads: readonly [string, string?];
  readonly unit: string;
  readonly rows: readonly { readonly key: string; readonly name: string; readonly beside?: string }[];
  readonly values: Readonly<Record<string, string>>;
  readonly wrong: (key: string) => string | undefined;
  readonly onValue: (key: string, value: string) => void;
}

function Rows({ heads: [named, beside], unit, rows, values, wrong, onValue }: RowsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Wide>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{named}</th>
            {beside !== undefined && (
              <th scope="col" className="right">
                {beside}
              </th>
            )}
            <th scope="col" className="right">
              {t('target.part')} ({unit})
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const said = wrong(row.key);
            return (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                {beside !== undefined && <td className="right">{row.beside}</td>}
                <td className="right">
                  <Input
                    className="cell"
                    inputMode="decimal"
                    maxLength={30}
                    aria-label={t('target.partOf', { name: row.name })}
                    aria-invalid={said !== undefined}
                    aria-describedby={said === undefined ? undefined : `${id}-${row.key}`}
                    value={values[row.key] ?? ''}
                    onChange={({ target }) => onValue(row.key, target.value)}
                  />
                  {said !== undefined && (
                    <p id={`${id}-${row.key}`} className="wrong">
                      {said}
                    </p>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Wide>
  );
}
