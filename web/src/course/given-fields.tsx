/** The fields of what a criterion takes: points, numerator and denominator, or how often each ground occurred. */
import { Input } from 'antd';
import type { Ref } from 'react';
import type { InputRef } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Takes, Typed } from './given';

interface Props {
  readonly id: string;
  readonly takes: Takes;
  readonly grounds: readonly { code: string; name: string }[];
  readonly typed: Typed;
  /** Said below the points. */
  readonly limits: string;
  readonly firstRef: Ref<InputRef>;
  readonly errorOf: (field: string) => string | undefined;
  readonly onType: (change: Partial<Typed>) => void;
}

export function GivenFields({ id, takes, grounds, typed, limits, firstRef, errorOf, onType }: Props) {
  const { t } = useTranslation();
  if (takes === 'occurrences')
    return grounds.map(({ code, name }, index) => (
      <NumberField
        key={code}
        id={`${id}-${code}`}
        label={t('course.times', { name })}
        value={typed.counts[code] ?? ''}
        fieldRef={index === 0 ? firstRef : null}
        wrong={errorOf(`counts.${code}`) ?? (index === 0 ? errorOf('counts') : undefined)}
        onType={(text) => onType({ counts: { ...typed.counts, [code]: text } })}
      />
    ));
  if (takes === 'rate')
    return (['numerator', 'denominator'] as const).map((field, index) => (
      <NumberField
        key={field}
        id={`${id}-${field}`}
        label={t(`course.${field}`)}
        value={typed[field]}
        fieldRef={index === 0 ? firstRef : null}
        wrong={errorOf(field)}
        onType={(text) => onType({ [field]: text })}
      />
    ));
  return (
    <NumberField
      id={`${id}-points`}
      label={t('assessment.givePoints')}
      value={typed.points}
      fieldRef={firstRef}
      hint={limits}
      wrong={errorOf('points')}
      onType={(points) => onType({ points })}
    />
  );
}

interface NumberProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly wrong: string | undefined;
  readonly fieldRef: Ref<InputRef>;
  readonly onType: (text: string) => void;
}

function NumberField({ id, label, value, hint, wrong, fieldRef, onType }: NumberProps) {
  const told = wrong ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        ref={fieldRef}
        className="figure-field"
        inputMode="decimal"
        autoComplete="off"
        value={value}
        status={wrong === undefined ? '' : 'error'}
        aria-invalid={wrong !== undefined}
        aria-describedby={told === undefined ? undefined : `${id}-told`}
        onChange={({ target }) => onType(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {told !== undefined && (
        <p id={`${id}-told`} className={wrong === undefined ? 'hint' : 'field-error'}>
          {told}
        </p>
      )}
    </div>
  );
}
