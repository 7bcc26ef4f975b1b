/** 算式: numerator and denominator beside what they can be made of and what they say now. */
import { Checkbox } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../api/client';
import { type Draft, turned } from './draft';
import { type Written, withCall, withCondition } from './expression';
import { ExpressionField } from './expression-field';
import { Offers } from './offers';

interface Props {
  readonly draft: Draft;
  readonly period: string;
  readonly mistakeIn: (field: 'numerator' | 'denominator') => FieldProblem | undefined;
  readonly onDraft: (draft: Draft) => void;
  /** What they say now. */
  readonly children: ReactNode;
}

export function Expressions({ draft, period, mistakeIn, onDraft, children }: Props) {
  const { t } = useTranslation();
  const fields = { numerator: useRef<TextAreaRef>(null), denominator: useRef<TextAreaRef>(null) };
  const [active, setActive] = useState<'numerator' | 'denominator'>('numerator');
  const caret = useRef<number>(undefined);
  const at = draft.isRate ? active : 'numerator';
  const area = () => fields[at].current?.resizableTextArea?.textArea;
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    area()?.focus();
    area()?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });
  const put = (write: (text: string, from: number, to: number) => Written) => {
    const text = draft[at];
    const { selectionStart = text.length, selectionEnd = text.length } = area() ?? {};
    const written = write(text, selectionStart, selectionEnd);
    caret.current = written.caret;
    onDraft({ ...draft, [at]: written.text });
  };
  const field = (name: 'numerator' | 'denominator') => (
    <ExpressionField
      label={t(`indicator.of.${name}`)}
      value={draft[name]}
      field={fields[name]}
      mistake={mistakeIn(name)}
      onText={(text) => onDraft({ ...draft, [name]: text })}
      onFocus={() => setActive(name)}
    />
  );
  return (
    <div className="expressions">
      <div>
        {field('numerator')}
        <Checkbox checked={draft.isRate} onChange={({ target }) => onDraft(turned(draft, target.checked))}>
          {t('indicator.isRate')}
        </Checkbox>
        {draft.isRate && field('denominator')}
        {children}
      </div>
      <Offers
        period={period}
        programme={draft.programme}
        onCall={(call) => put((text, from, to) => withCall(text, from, to, call))}
        onCondition={(condition) => put((text, _, to) => withCondition(text, to, condition))}
      />
    </div>
  );
}
