/** 算式: the text of a numerator or denominator, and under it a mistake at its place, with a caret where it lies. */
import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../api/client';
import { offsetOf, partedAt } from './expression';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly field: RefObject<TextAreaRef | null>;
  readonly mistake: FieldProblem | undefined;
  readonly onText: (text: string) => void;
  /** Where what is chosen from the list goes. */
  readonly onFocus: () => void;
}

export function ExpressionField({ label, value, field, mistake, onText, onFocus }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="field expression">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        ref={field}
        value={value}
        spellCheck={false}
        autoSize={{ minRows: 2 }}
        maxLength={1000}
        aria-invalid={mistake !== undefined}
        aria-describedby={mistake === undefined ? undefined : `${id}-mistake`}
        status={mistake === undefined ? '' : 'error'}
        onChange={({ target }) => onText(target.value)}
        onFocus={onFocus}
      />
      <div id={`${id}-mistake`} role="status" className="mistake">
        {mistake !== undefined && (
          <>
            <p className="wrong">
              {mistake.place !== undefined && <>{t('indicator.place', { ...mistake.place })} </>}
              {mistake.message}
            </p>
            {mistake.place !== undefined && (
              <AtPlace
                text={value}
                place={mistake.place}
                onGo={(offset) => {
                  const area = field.current?.resizableTextArea?.textArea;
                  area?.focus();
                  area?.setSelectionRange(offset, offset);
                }}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}

interface PlaceProps {
  readonly text: string;
  readonly place: NonNullable<FieldProblem['place']>;
  readonly onGo: (offset: number) => void;
}

function AtPlace({ text, place, onGo }: PlaceProps) {
  const { t } = useTranslation();
  const { before, at, after } = partedAt(text, place);
  return (
    <div className="at-place">
      <pre aria-hidden="true">
        <span>{before}</span>
        <mark>{at === '' ? ' ' : at}</mark>
        {after}
        {'\n'}
        <span className="unseen">{before}</span>^
      </pre>
      <Button size="small" onClick={() => onGo(offsetOf(text, place))}>
        {t('indicator.goThere')}
      </Button>
    </div>
  );
}
