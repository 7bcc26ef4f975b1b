/** One line or one choice of a form, with what is refused beside it. */
import { Input } from 'antd';
import { Field } from '../parts/field';

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly onText: (value: string) => void;
  readonly wrong?: string | undefined;
  readonly help?: string;
  readonly most?: number;
  /** A number: with the keyboard for it. */
  readonly figure?: boolean;
  /** The id of a list of words that can be taken. */
  readonly list?: string;
}

export function Line({ label, value, onText, wrong, help, most = 100, figure = false, list }: LineProps) {
  return (
    <Field label={label} wrong={wrong} help={help}>
      {(given) => (
        <Input
          {...given}
          {...(figure && { inputMode: 'decimal' as const })}
          {...(list !== undefined && { list })}
          maxLength={most}
          value={value}
          onChange={({ target }) => onText(target.value)}
        />
      )}
    </Field>
  );
}

interface PickProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onPick: (value: T) => void;
  readonly wrong?: string | undefined;
  readonly help?: string;
  readonly disabled?: boolean;
}

export function Pick<T extends string>({ label, value, options, onPick, wrong, help, disabled }: PickProps<T>) {
  return (
    <Field label={label} wrong={wrong} help={help}>
      {(given) => (
        <select
          {...given}
          className="choice"
          value={value}
          disabled={disabled}
          onChange={({ target }) => {
            const chosen = options.find(([each]) => each === target.value);
            if (chosen !== undefined) onPick(chosen[0]);
          }}
        >
          {options.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
