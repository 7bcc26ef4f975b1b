/** 重新开启: asked for with a reason by one administrator, confirmed or refused by another. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { useMe } from '../api/me';
import { Field, wrongIn } from '../parts/field';
import { reopeningsQuery } from './course-data';
import { courseDoors } from './doors';
import { ReasonForm } from './reason-form';
import { useDeed } from './use-deed';

type Back = 'self_score' | 'review' | 'published';

interface Props {
  tier: UpperTier;
  assessment: Pick<Schemas['AssessmentDetail'], 'id' | 'status'>;
  plan: Schemas['PlannedStepView'][];
}

export function Reopening({ tier, assessment: { id, status }, plan }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { data } = useQuery(reopeningsQuery(tier, id));
  const items = data?.items ?? [];
  const waiting = items.find(({ status }) => status === 'proposed');
  // what is published stays: only the appeal window can be opened once more
  const steps: readonly string[] = status === 'published' ? ['published'] : ['self_score', 'review'];
  const back = plan.filter(({ state, step }) => state === 'done' && steps.includes(step));
  if (waiting !== undefined) return <Waiting tier={tier} reopening={waiting} />;
  if (back.length === 0) return null;
  return (
    <div className="no-print">
      {asking ? (
        <Ask tier={tier} id={id} steps={back.map(({ step }) => step as Back)} onDone={() => setAsking(false)} />
      ) : (
        <div className="deeds">
          <Button onClick={() => setAsking(true)}>
            {t(status === 'published' ? 'course.appealAgain' : 'course.reopen')}
          </Button>
          <span className="hint">{t('course.reopenHelp')}</span>
        </div>
      )}
    </div>
  );
}

interface AskProps {
  tier: UpperTier;
  id: string;
  steps: Back[];
  onDone: () => void;
}

function Ask({ tier, id, steps, onDone }: AskProps) {
  const { t } = useTranslation();
  const [to, setTo] = useState<Back>(steps.at(-1) ?? 'review');
  const [reason, setReason] = useState('');
  const [days, setDays] = useState('');
  const ask = useDeed({
    run: async () => {
      const body = { to, reason, ...(days === '' ? {} : { days: Number(days) }) };
      await got(api.POST(courseDoors[tier].reopenings, { params: { path: { id } }, body }));
      onDone();
    },
    of: ['assessment', id],
  });
  return (
    <form
      className="confirm"
      aria-label={t('course.reopen')}
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <div className="row">
        <Field label={t('course.reopenTo')} wrong={wrongIn(ask.error, 'to')}>
          {(given) => (
            <select {...given} className="pick-one" value={to} onChange={({ target }) => setTo(target.value as Back)}>
              {steps.map((step) => (
                <option key={step} value={step}>
                  {t(`course.step.${step}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('course.reopenDays')} wrong={wrongIn(ask.error, 'days')}>
          {(given) => (
            <Input
              {...given}
              type="number"
              min={1}
              max={365}
              value={days}
              onChange={({ target }) => setDays(target.value)}
            />
          )}
        </Field>
      </div>
      <Field label={t('course.reason')} wrong={wrongIn(ask.error, 'reason')}>
        {(given) => (
          <Input.TextArea {...given} autoFocus value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
      <div className="deeds">
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {t('course.reopenAsk')}
        </Button>
        <Button onClick={onDone}>{t('course.notNow')}</Button>
      </div>
    </form>
  );
}

function Waiting({ tier, reopening }: { tier: UpperTier; reopening: Schemas['ReopeningView'] }) {
  const { t } = useTranslation();
  const { officer } = useMe();
  const { id, assessmentId, proposedBy, proposedByName, from, to, reason } = reopening;
  const path = { id: assessmentId, reopeningId: id };
  const confirm = useDeed({
    run: () => got(api.POST(courseDoors[tier].confirmation, { params: { path } })),
    of: ['assessment', assessmentId],
  });
  return (
    <div className="confirm no-print" role="group" aria-label={t('course.reopen')}>
      <p>
        {t('course.reopenAsked', {
          name: proposedByName,
          from: t(`course.step.${from}`),
          to: t(`course.step.${to}`),
          reason,
        })}
      </p>
      {proposedBy === officer.id ? (
        <p className="hint">{t('course.reopenMine')}</p>
      ) : (
        <div className="deeds">
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('course.confirm')}
          </Button>
          <ReasonForm
            open={t('course.refuse')}
            label={t('course.refuseWhy')}
            of={['assessment', assessmentId]}
            run={(why) => got(api.POST(courseDoors[tier].refusal, { params: { path }, body: { reason: why } }))}
          />
        </div>
      )}
    </div>
  );
}
