/** The answer to an appeal, criterion by criterion: what was scored on the left, what it is corrected to on the right. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { deskKey } from '../desk/desk';
import { chosen } from '../i18n/i18n';
import { amount } from '../parts/amount';
import { Field, isElsewhere, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { publishedDoors } from './publication-doors';
import { Corrected } from './publication-corrected';

type Criterion = Schemas['CriterionScoreView'];
type Outcome = Schemas['DecisionDto']['outcome'];

interface Props {
  readonly tier: UpperTier;
  readonly appeal: Schemas['AppealDetail'];
  /** Those that are appealed, as they stand. */
  readonly criteria: readonly Criterion[];
  readonly decides: boolean;
}

interface Typed {
  readonly points: string;
  readonly reason: string;
}

const NOTHING: Typed = { points: '', reason: '' };

export function DecisionForm({ tier, appeal: { id, assessmentId }, criteria, decides }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [outcome, setOutcome] = useState<Outcome>();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const given = criteria.filter(({ code }) => (typed[code]?.points ?? '').trim() !== '');
  const decide = useMutation({
    mutationFn: (chosenOutcome: Outcome) => {
      const corrections = given.map(({ code }) => ({
        criterion: code,
        points: (typed[code]?.points ?? '').trim(),
        reason: typed[code]?.reason ?? '',
      }));
      const body = { outcome: chosenOutcome, reason, ...(chosenOutcome === 'upheld' ? { corrections } : {}) };
      const path = { id: assessmentId, appealId: id };
      return got(api.POST(publishedDoors[tier].decision, { params: { path }, body }));
    },
    onSuccess: () => void message.success(t('appeal.decided')),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['assessment', assessmentId] }),
        client.invalidateQueries({ queryKey: deskKey }),
      ]),
  });
  const wrong = (code: string, field: string): string | undefined => {
    const place = given.findIndex((each) => each.code === code);
    return place < 0 ? undefined : wrongIn(decide.error, `corrections[${place}].${field}`);
  };
  const shown = ['reason', ...given.flatMap((_, i) => [`corrections[${i}].points`, `corrections[${i}].reason`])];
  const type = (code: string, part: Partial<Typed>): void =>
    setTyped({ ...typed, [code]: { ...NOTHING, ...typed[code], ...part } });
  return (
    <form
      className="decision"
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome !== undefined && !decide.isPending) decide.mutate(outcome);
      }}
    >
      <h2>{t(decides ? 'appeal.decide' : 'appeal.scored')}</h2>
      {decides && (
        <fieldset className="outcomes">
          <legend className="sr">{t('appeal.outcome')}</legend>
          {(['upheld', 'rejected'] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="outcome" checked={outcome === each} onChange={() => setOutcome(each)} />{' '}
              {t(`appeal.${each}`)}
            </label>
          ))}
        </fieldset>
      )}
      {criteria.map((criterion) => (
        <div key={criterion.code} className="sides">
          <Scored criterion={criterion} />
          {decides && outcome === 'upheld' && (
            <div>
              <Field
                label={t('appeal.newPoints')}
                help={t('assessment.limits', { min: '0', max: amount(criterion.marks) })}
                wrong={wrong(criterion.code, 'points')}
              >
                {(field) => (
                  <Input
                    {...field}
                    className="figure-field"
                    inputMode="decimal"
                    autoComplete="off"
                    value={typed[criterion.code]?.points ?? ''}
                    onChange={({ target }) => type(criterion.code, { points: target.value })}
                  />
                )}
              </Field>
              <Field
                label={t('appeal.correctionReason')}
                help={t('appeal.correctionHelp')}
                wrong={wrong(criterion.code, 'reason')}
              >
                {(field) => (
                  <Input.TextArea
                    {...field}
                    autoSize={{ minRows: 1, maxRows: 6 }}
                    value={typed[criterion.code]?.reason ?? ''}
                    onChange={({ target }) => type(criterion.code, { reason: target.value })}
                  />
                )}
              </Field>
            </div>
          )}
        </div>
      ))}
      {decides && (
        <>
          <Field label={t('appeal.decisionReason')} wrong={wrongIn(decide.error, 'reason')}>
            {(field) => (
              <Input.TextArea
                {...field}
                autoSize={{ minRows: 2, maxRows: 10 }}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
          </Field>
          {decide.isError && isElsewhere(decide.error, shown) && (
            <Alert type="error" showIcon role="alert" title={words(decide.error)} />
          )}
          <div className="deeds">
            <Button
              type="primary"
              htmlType="submit"
              loading={decide.isPending}
              disabled={outcome === undefined || reason.trim() === ''}
            >
              {t('appeal.send')}
            </Button>
            <span className="hint">{t('appeal.sendHelp')}</span>
          </div>
        </>
      )}
    </form>
  );
}

function Scored({
  criterion: { code, name, points, marks, explanation, reason, corrections },
}: {
  criterion: Criterion;
}) {
  const { t } = useTranslation();
  return (
    <div>
      <h3>
        {code} {name}{' '}
        <span className="count">{t('assessment.outOf', { points: amount(points), marks: amount(marks) })}</span>
      </h3>
      <Corrected corrections={corrections} />
      <p className="note">{explanation[chosen()]}</p>
      {reason !== null && !explanation[chosen()].includes(reason) && (
        <p className="note">
          {t('appeal.scoredReason')}
          {reason}
        </p>
      )}
    </div>
  );
}
