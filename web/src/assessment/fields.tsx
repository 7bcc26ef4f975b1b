/** Fields of the scheme's form: labelled, with what the API said of them beside them. */
import { Input } from 'antd';
import { createContext, useContext } from 'react';

interface Beside {
  errorOf(key: string): string | undefined;
  /** What is being mended is no longer said. */
  touch(key: string): void;
}

export const BesideContext = createContext<Beside>({ errorOf: () => undefined, touch: () => undefined });

interface FieldProps<T> {
  /** As in `field-errors.ts`. */
  id: string;
  label: string;
  value: T;
  onChange: (value: T) => void;
  className?: string;
}

interface TextProps extends FieldProps<string> {
  /** A number: on the right, with the keyboard for it. */
  figure?: boolean;
  suffix?: string;
  placeholder?: string;
  /** Said instead of the API's words, where the form asks in other units than the API. */
  wrong?: string;
}

export function TextField({
  id,
  label,
  value,
  onChange,
  className = '',
  figure,
  suffix,
  placeholder,
  wrong,
}: TextProps) {
  const { errorOf, touch } = useContext(BesideContext);
  const said = errorOf(id);
  const error = said === undefined ? undefined : (wrong ?? said);
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value}
        suffix={suffix}
        placeholder={placeholder}
        inputMode={figure ? 'decimal' : undefined}
        className={figure ? 'figure-field' : undefined}
        status={error === undefined ? '' : 'error'}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={({ target }) => {
          touch(id);
          onChange(target.value);
        }}
      />
      <FieldError id={id} error={error} />
    </div>
  );
}

interface PickProps<T extends string> extends FieldProps<T> {
  options: readonly (readonly [T, string])[];
}

export function PickField<T extends string>({ id, label, value, onChange, className = '', options }: PickProps<T>) {
  const { errorOf, touch } = useContext(BesideContext);
  const error = errorOf(id);
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="pick-one"
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={({ target }) => {
          const chosen = options.find(([each]) => each === target.value);
          if (chosen === undefined) return;
          touch(id);
          onChange(chosen[0]);
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
      <FieldError id={id} error={error} />
    </div>
  );
}

function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p className="field-error" id={`${id}-error`}>
      {error}
    </p>
  );
}

/** What is said of a list as a whole. */
export function ListError({ id }: { id: string }) {
  const error = useContext(BesideContext).errorOf(id);
  if (error === undefined) return null;
  return (
    <p className="field-error" id={id} tabIndex={-1}>
      {error}
    </p>
  );
}
