/** A line or a text of the report being written, with its mistakes below: each leads to its place. */
import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Caret, goTo } from './use-caret';
import type { Fault } from './words-data';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly multiline?: boolean;
  readonly faults: readonly Fault[];
  readonly caret: Caret;
  readonly onValue: (value: string) => void;
}

export function WrittenField({ label, value, most, multiline = false, faults, caret, onValue }: Props) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const shared = {
    id,
    value,
    maxLength: most,
    'aria-invalid': faults.length > 0,
    'aria-describedby': faults.length > 0 ? `${id}-told` : undefined,
  };
  const find = (line: number, column: number) => {
    const element = document.getElementById(id);
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) goTo(element, line, column);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {multiline ? (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: 2, maxRows: 16 }}
          onFocus={({ target }) => caret.at(target, onValue)}
          onChange={({ target }) => onValue(target.value)}
        />
      ) : (
        <Input
          {...shared}
          onFocus={({ target }) => caret.at(target, onValue)}
          onChange={({ target }) => onValue(target.value)}
        />
      )}
      {faults.length > 0 && (
        <div id={`${id}-told`} className="wrong" role="alert">
          <ul>
            {faults.map(({ code, zh, en, line, column }) => (
              <li key={`${code} ${line} ${column}`}>
                <button type="button" className="plain" onClick={() => find(line, column)}>
                  {multiline ? t('annual.placeIn', { line, column }) : t('annual.place', { column })}
                </button>{' '}
                {i18n.language === 'en' ? en : zh}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
