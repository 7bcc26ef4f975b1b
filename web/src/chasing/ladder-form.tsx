/** A ladder as a form: its steps, the reason of the change, and the preview that follows every keystroke. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/me';
import { Field, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { type Ladder, type Step, another, setLadder } from './ladder-data';
import { LadderPreview } from './ladder-preview';
import { LadderStep } from './ladder-step';

const MOST = 12;

interface Props {
  readonly ladder: Ladder;
  readonly taskId: string | undefined;
}

export function LadderForm({ ladder, taskId }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const may = useMay();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [steps, setSteps] = useState<Step[]>(ladder.steps);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const save = useMutation({
    mutationFn: () => setLadder(ladder, steps, reason),
    onSuccess: () => {
      void message.success(t('chasing.ladderSaved'));
      return client.invalidateQueries({ queryKey: ['ladder', ladder.kind] });
    },
  });
  const go = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') save.mutate();
  };
  const writes = may('ladder.write');
  const { version, writtenBy, reason: why } = ladder;
  return (
    <>
      <p>{version === 0 ? t('chasing.builtIn') : t('chasing.version', { version, by: writtenBy, reason: why })}</p>
      <form aria-label={t('chasing.ladders')} onSubmit={go}>
        <ol className="ladder">
          {steps.map((step, no) => (
            <LadderStep
              key={step.key}
              no={no}
              step={step}
              kind={ladder.kind}
              wrong={['offset', 'whom', 'channels', 'key']
                .map((field) => wrongIn(save.error, `steps[${no}].${field}`))
                .find((said) => said !== undefined)}
              onChange={(next) => setSteps(steps.map((each, at) => (at === no ? next : each)))}
              onRemove={steps.length > 1 ? () => setSteps(steps.filter((_, at) => at !== no)) : undefined}
            />
          ))}
        </ol>
        <p className="hint">{t('chasing.offsetHelp')}</p>
        {writes && steps.length < MOST && (
          <Button onClick={() => setSteps([...steps, another(ladder.kind, steps)])}>{t('chasing.add')}</Button>
        )}
        {writes && (
          <Field
            label={t('chasing.reason')}
            wrong={missing && reason.trim() === '' ? t('chasing.reasonNeeded') : wrongIn(save.error, 'reason')}
          >
            {(given) => (
              <Input {...given} maxLength={500} value={reason} onChange={({ target: { value } }) => setReason(value)} />
            )}
          </Field>
        )}
        {save.isError && <Alert type="error" showIcon role="alert" title={words(save.error)} />}
        {writes && (
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('chasing.saveLadder')}
          </Button>
        )}
      </form>
      <LadderPreview kind={ladder.kind} steps={steps} taskId={taskId} />
    </>
  );
}
