/** 试算: what is being written says this now, and from what. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnionSelect } from '../administration/union-select';
import { type FieldProblem, Problem } from '../api/client';
import { useMe } from '../api/me';
import { unionsQuery } from '../api/unions';
import { amount } from '../parts/amount';
import { useWords } from '../parts/states';
import { type Trial, trialItemsQuery, trialQuery } from './indicator-data';
import { PeriodChoice } from './period-choice';
import { Items } from './trace';
import { Value } from './value';

interface Props {
  readonly asked: Trial;
  /** Nothing to try yet. */
  readonly idle: boolean;
  /** Of the indicator, as far as it is said. */
  readonly unit: string;
  readonly onAt: (at: { period?: string; unionId?: string }) => void;
  readonly onUnit: (unit: string) => void;
}

/** The trial as it is asked for, and the mistakes in it. */
export function useTrial(asked: Trial, idle: boolean): { mistakes: readonly FieldProblem[] } {
  const { error } = useQuery({ ...trialQuery(asked), enabled: !idle });
  return { mistakes: !idle && error instanceof Problem ? error.errors : [] };
}

export function TrialPanel({ asked, idle, unit, onAt, onUnit }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const me = useMe();
  const unions = useQuery(unionsQuery);
  const [open, setOpen] = useState<number>();
  const trial = useQuery({ ...trialQuery(asked), enabled: !idle, placeholderData: keepPreviousData });
  const { data, error } = trial;
  const told = idle || error !== null ? undefined : data;
  const counted = told?.unit ?? null;
  return (
    <section className="trial paper" aria-label={t('indicator.trial')}>
      <h2>{t('indicator.trial')}</h2>
      <PeriodChoice label={t('indicator.tryIn')} value={asked.period} onPeriod={(period) => onAt({ period })} />
      <div className="filters">
        <label>
          <span>{t('indicator.union')}</span>
          <UnionSelect
            unions={unions.data ?? []}
            value={asked.unionId ?? me.union.id}
            onChange={(unionId) => onAt({ unionId })}
          />
        </label>
      </div>
      <div role="status">
        {idle && <p className="hint">{t('indicator.writeFirst')}</p>}
        {!idle && error !== null && (
          <p className="wrong">
            {error instanceof Problem && isAtPlace(error) ? t('indicator.mistaken') : words(error)}
          </p>
        )}
        {told !== undefined && (
          <p className="figure">
            <strong>
              <Value value={told.value} unit={unit.trim() === '' ? (counted ?? '') : unit} />
            </strong>{' '}
            {told.denominator !== null && (
              <span>
                {amount(told.numerator)} ÷ {amount(told.denominator)}
              </span>
            )}
          </p>
        )}
      </div>
      {counted !== null && counted !== unit.trim() && asked.factor === '1' && (
        <p className="hint">
          {t('indicator.countedIn', { unit: counted })}{' '}
          <Button size="small" onClick={() => onUnit(counted)}>
            {t('indicator.takeUnit', { unit: counted })}
          </Button>
        </p>
      )}
      {told !== undefined && told.parts.length > 0 && (
        <>
          <h3>{t('indicator.trace')}</h3>
          <ul className="parts">
            {told.parts.map(({ no, of, period, text, value, unit: own }) => (
              <li key={no}>
                {t(`indicator.of.${of}`)} · {period} · <code>{text}</code> = <Value value={value} unit={own ?? ''} />{' '}
                <Button size="small" aria-expanded={open === no} onClick={() => setOpen(open === no ? undefined : no)}>
                  {t('indicator.items')}
                </Button>
                {open === no && <Items query={trialItemsQuery(asked, no)} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const isAtPlace = ({ errors }: Problem): boolean =>
  errors.length > 0 && errors.every(({ place }) => place !== undefined);
