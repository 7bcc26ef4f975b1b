/** 调整: another target, due day or weight, always with a reason; what follows from it is said before. */
import { Alert, App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import { Field, isElsewhere, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { numberIn, remainderOf, sumOf } from './divide';
import { type Milestone, Milestones, sameMilestones, trimmed } from './milestones';
import { type Changeable, changeTask, useAgain } from './task-deeds';

interface Props extends Changeable {
  /** Of the task it is part of; null for the district's own. */
  readonly remainder: string | null;
  readonly onDone: () => void;
}

const FIELDS = ['target', 'dueOn', 'weight', 'milestones', 'reason'];

export function ChangeForm({ remainder, onDone, ...what }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const again = useAgain();
  const { message } = App.useApp();
  const { task, parent } = what;
  const [target, setTarget] = useState<string>();
  const [dueOn, setDueOn] = useState<string>();
  const [weight, setWeight] = useState<string>();
  const [milestones, setMilestones] = useState<readonly Milestone[]>();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>();
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  // what was not touched follows the task when somebody else changes it meanwhile
  const asked = target === undefined ? task.target : numberIn(target);
  const left = remainder === null || asked === null ? null : remainderOf(sumOf(remainder, task.target), [asked]);
  const changed = {
    ...(asked === task.target ? {} : { target: asked ?? target }),
    ...(dueOn === undefined || dueOn === task.dueOn ? {} : { dueOn }),
    ...(weight === undefined || numberIn(weight) === task.weight ? {} : { weight: numberIn(weight) ?? weight }),
    ...(milestones === undefined || sameMilestones(trimmed(milestones), task.milestones)
      ? {}
      : { milestones: trimmed(milestones) }),
  };
  const nothing = Object.keys(changed).length === 0;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    setBusy(true);
    setFailure(undefined);
    try {
      await changeTask(what, { ...changed, reason });
      void message.success(t('change.changed'));
      onDone();
    } catch (error) {
      setFailure(error);
    } finally {
      await again();
      setBusy(false);
    }
  };
  return (
    <form className="change" aria-label={t('change.title')} onSubmit={(event) => void save(event)}>
      <div className="row">
        <Field
          label={`${t('task.target')} (${task.measure.unit})`}
          wrong={wrongIn(failure, 'target')}
          help={left === null ? undefined : leftWords(left)}
        >
          {(given) => (
            <Input
              {...given}
              autoFocus
              inputMode="decimal"
              value={target ?? task.target}
              onChange={({ target: { value } }) => setTarget(value)}
            />
          )}
        </Field>
        <Field label={t('task.due')} wrong={wrongIn(failure, 'dueOn')} help={t('change.dueHelp')}>
          {(given) => (
            <Input
              {...given}
              type="date"
              min={task.startOn}
              max={parent?.dueOn}
              value={dueOn ?? task.dueOn}
              onChange={({ target: { value } }) => setDueOn(value)}
            />
          )}
        </Field>
        <Field label={t('task.weight')} wrong={wrongIn(failure, 'weight')}>
          {(given) => (
            <Input
              {...given}
              inputMode="decimal"
              value={weight ?? task.weight}
              onChange={({ target: { value } }) => setWeight(value)}
            />
          )}
        </Field>
      </div>
      <Milestones
        value={milestones ?? task.milestones}
        onChange={setMilestones}
        startOn={task.startOn}
        dueOn={dueOn ?? task.dueOn}
        failure={failure}
      />
      <Field
        label={t('change.reason')}
        help={t('change.reasonHelp')}
        wrong={missing && reason.trim() === '' ? t('change.reasonNeeded') : wrongIn(failure, 'reason')}
      >
        {(given) => (
          <Input.TextArea
            {...given}
            autoSize={{ minRows: 1 }}
            maxLength={1000}
            value={reason}
            onChange={({ target: { value } }) => setReason(value)}
          />
        )}
      </Field>
      {failure !== undefined && isElsewhere(failure, FIELDS) && (
        <Alert type="error" showIcon role="alert" title={words(failure)} />
      )}
      <div className="deeds">
        <Button type="primary" htmlType="submit" loading={busy} disabled={nothing}>
          {t('change.save')}
        </Button>
        <Button onClick={onDone}>{t('change.cancel')}</Button>
        {nothing && <span className="hint">{t('change.nothing')}</span>}
      </div>
    </form>
  );

  function leftWords(rest: string): string {
    const unit = task.measure.unit;
    if (rest === '0') return t('change.leftNone');
    const count = `${amount(rest.replace('-', ''))} ${unit}`;
    return rest.startsWith('-') ? t('change.leftOver', { count }) : t('change.left', { count });
  }
}
