/** A form for one criterion, for the office and for the union itself: what it takes and why, kept as typed until saved. */
import { Alert, Button, Input, type InputRef } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, Problem } from '../api/client';
import { forget, keep, kept } from '../parts/kept';
import { useWords } from '../parts/states';
import { type Takes, type Typed, bodyOf, nothingTyped, sameTyped } from './given';
import { GivenFields } from './given-fields';

interface Props {
  /** Under which it is kept on this computer. */
  readonly id: string;
  readonly label: string;
  readonly criterion: { readonly takes: Takes; readonly grounds: readonly { code: string; name: string }[] };
  /** Nothing is given yet: the keyboard finds it. */
  readonly open: boolean;
  readonly saved: Typed;
  readonly limits: string;
  readonly words: { readonly save: string; readonly saved: string };
  readonly save: (body: Schemas['ScoreDto']) => Promise<unknown>;
}

export function ScoreFields({ id, label, criterion: { takes, grounds }, open, saved, limits, words, save }: Props) {
  const { t } = useTranslation();
  const inWords = useWords();
  const [mine, setMine] = useState(() => restored(id));
  const [state, setState] = useState<{ pending: boolean; done: boolean; error: unknown }>(idle);
  const first = useRef<InputRef>(null);
  const reason = useRef<HTMLTextAreaElement | null>(null);
  const typed = mine ?? saved;
  const changed = !sameTyped(typed, saved);
  const type = (change: Partial<Typed>) => {
    const next = { ...typed, ...change };
    setMine(next);
    keep(id, next);
    setState(idle);
  };
  const send = async () => {
    if (state.pending) return;
    setState({ ...idle, pending: true });
    try {
      await save(bodyOf(takes, grounds, typed));
      forget(id);
      setMine(null);
      setState({ ...idle, done: true });
    } catch (error) {
      setState({ ...idle, error });
      if (error instanceof Problem && error.errors.some(({ field }) => field !== 'reason')) first.current?.select();
    }
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    // a Chinese input method ends a word with Enter
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  const errors = state.error instanceof Problem ? state.error.errors : [];
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const wrongReason = errorOf('reason');
  return (
    <form
      className="score-form"
      data-open={open}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.reason.trim() === '') reason.current?.focus();
        else void send();
      }}
    >
      <GivenFields {...{ id, takes, grounds, typed, limits, errorOf }} firstRef={first} onType={type} />
      <div className="field wide-field">
        <label htmlFor={`${id}-reason`}>{t('assessment.reason')}</label>
        <Input.TextArea
          id={`${id}-reason`}
          ref={(field) => {
            reason.current = field?.resizableTextArea?.textArea ?? null;
          }}
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={typed.reason}
          status={wrongReason === undefined ? '' : 'error'}
          aria-invalid={wrongReason !== undefined}
          aria-describedby={wrongReason === undefined ? undefined : `${id}-reason-error`}
          onChange={({ target }) => type({ reason: target.value })}
          onKeyDown={press}
        />
        {wrongReason !== undefined && (
          <p className="field-error" id={`${id}-reason-error`}>
            {wrongReason}
          </p>
        )}
      </div>
      <Button type="primary" htmlType="submit" loading={state.pending} disabled={!changed}>
        {words.save}
      </Button>
      <span className="hint" role="status">
        {state.done && !changed ? words.saved : changed ? t('assessment.scoreKept') : ''}
      </span>
      {state.error !== undefined && errors.length === 0 && (
        <Alert type="error" showIcon role="alert" title={inWords(state.error)} />
      )}
    </form>
  );
}

const idle = { pending: false, done: false, error: undefined };

function restored(id: string): Typed | null {
  const found = kept(id);
  return found === null ? null : { ...nothingTyped, ...found };
}
