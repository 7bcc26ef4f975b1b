/** What the office gives for a judged criterion (评分): points and reason, kept as typed until they are saved. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, type InputRef } from 'antd';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, Problem, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { useMe } from '../api/me';
import { deskKey } from '../desk/desk';
import { amount } from '../parts/amount';
import { useWords } from '../parts/states';
import { sheetQuery } from './assessment-data';
import { scoringDoors } from './doors';
import { limitsIn } from './inputs';
import { forget, keep, kept, scoreKey } from './kept';
import { numberText } from './sums';

interface Typed {
  readonly points: string;
  readonly reason: string;
}

interface Props {
  tier: UpperTier;
  sheet: Schemas['ScoreSheetView'];
  criterion: Schemas['CriterionScoreView'];
  /** Saved: on to what is still open. */
  onDone: () => void;
}

/** The points of the first judged criterion that has none yet; false where there is none. */
export function focusScore(): boolean {
  const field = document.querySelector<HTMLInputElement>('form[data-open="true"] input');
  field?.focus();
  return field !== null;
}

export function ScoreForm({ tier, sheet: { assessmentId, unionId }, criterion, onDone }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const { officer } = useMe();
  const { code, name, points, reason, inputs, marks, scoredAt } = criterion;
  const key = scoreKey(officer.id, assessmentId, unionId, code);
  const [mine, setMine] = useState(() => kept(key) as Typed | null);
  const typed = mine ?? { points: points ?? '', reason: reason ?? '' };
  const pointsField = useRef<InputRef>(null);
  const reasonField = useRef<HTMLTextAreaElement | null>(null);
  const savedAt = useRef<string>(undefined);
  // with the answer on the page and not after it: a quick hand is already on the next key
  useLayoutEffect(() => {
    if (savedAt.current !== scoredAt) return;
    savedAt.current = undefined;
    onDone();
  }, [scoredAt, onDone]);
  const limits = limitsIn(inputs) ?? { min: '0', max: marks };
  const save = useMutation({
    mutationFn: () =>
      got(
        api.PUT(scoringDoors[tier].score, {
          params: { path: { id: assessmentId, unionId, criterion: code } },
          body: { points: numberText(typed.points), reason: typed.reason },
        }),
      ),
    onSuccess: (sheet) => {
      forget(key);
      setMine(null);
      client.setQueryData(sheetQuery(tier, assessmentId, unionId).queryKey, sheet);
      savedAt.current = sheet.criteria.find((each) => each.code === code)?.scoredAt;
      void client.invalidateQueries({ queryKey: ['assessment', assessmentId] });
      void client.invalidateQueries({ queryKey: deskKey });
    },
    onError: (error) => {
      const points = error instanceof Problem && error.errors.some(({ field }) => field === 'points');
      if (points) pointsField.current?.select();
    },
  });
  const type = (change: Partial<Typed>) => {
    const next = { ...typed, ...change };
    setMine(next);
    keep(key, next);
    save.reset();
  };
  const errors = save.error instanceof Problem ? save.error.errors : [];
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const changed = typed.points !== (points ?? '') || typed.reason !== (reason ?? '');
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    // a Chinese input method ends a word with Enter
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <form
      className="score-form"
      data-open={points === null}
      aria-label={`${t('assessment.score')} ${code} ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.reason.trim() === '') reasonField.current?.focus();
        else if (!save.isPending) save.mutate();
      }}
    >
      <div className="field">
        <label htmlFor={`${key}-points`}>{t('assessment.givePoints')}</label>
        <Input
          id={`${key}-points`}
          ref={pointsField}
          className="figure-field"
          inputMode="decimal"
          autoComplete="off"
          value={typed.points}
          status={errorOf('points') === undefined ? '' : 'error'}
          aria-invalid={errorOf('points') !== undefined}
          aria-describedby={`${key}-limits`}
          onChange={({ target }) => type({ points: target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        <p id={`${key}-limits`} className={errorOf('points') === undefined ? 'hint' : 'field-error'}>
          {errorOf('points') ?? t('assessment.limits', { min: amount(limits.min), max: amount(limits.max) })}
        </p>
      </div>
      <div className="field wide-field">
        <label htmlFor={`${key}-reason`}>{t('assessment.reason')}</label>
        <Input.TextArea
          id={`${key}-reason`}
          ref={(field) => {
            reasonField.current = field?.resizableTextArea?.textArea ?? null;
          }}
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={typed.reason}
          status={errorOf('reason') === undefined ? '' : 'error'}
          aria-invalid={errorOf('reason') !== undefined}
          aria-describedby={errorOf('reason') === undefined ? undefined : `${key}-reason-error`}
          onChange={({ target }) => type({ reason: target.value })}
          onKeyDown={press}
        />
        {errorOf('reason') !== undefined && (
          <p className="field-error" id={`${key}-reason-error`}>
            {errorOf('reason')}
          </p>
        )}
      </div>
      <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!changed}>
        {t('assessment.saveScore')}
      </Button>
      <span className="hint" role="status">
        {save.isSuccess && !changed ? t('assessment.scoreSaved') : changed ? t('assessment.scoreKept') : ''}
      </span>
      {save.isError && errors.length === 0 && <Alert type="error" showIcon role="alert" title={words(save.error)} />}
    </form>
  );
}
