/** 撤回: with a reason, after what happens below has been said. */
import { Alert, App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { type Changeable, useAgain, withdrawTask } from './task-deeds';

interface Props extends Changeable {
  readonly onDone: () => void;
}

export function WithdrawForm({ onDone, ...what }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const again = useAgain();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>();
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const { parent } = what;

  const withdraw = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    setBusy(true);
    setFailure(undefined);
    try {
      await withdrawTask(what, reason);
      void message.success(t('change.withdrawn'));
      onDone();
    } catch (error) {
      setFailure(error);
    } finally {
      await again();
      setBusy(false);
    }
  };
  const wrong = missing && reason.trim() === '' ? t('change.reasonNeeded') : wrongIn(failure, 'reason');
  return (
    <form className="change" aria-label={t('change.withdraw')} onSubmit={(event) => void withdraw(event)}>
      <p>{parent === undefined ? t('change.withdrawAll') : t('change.withdrawShare')}</p>
      <Field label={t('change.withdrawReason')} wrong={wrong}>
        {(given) => (
          <Input.TextArea
            {...given}
            autoFocus
            autoSize={{ minRows: 1 }}
            maxLength={1000}
            value={reason}
            onChange={({ target: { value } }) => setReason(value)}
          />
        )}
      </Field>
      {failure !== undefined && wrongIn(failure, 'reason') === undefined && (
        <Alert type="error" showIcon role="alert" title={words(failure)} />
      )}
      <div className="deeds">
        <Button danger htmlType="submit" loading={busy}>
          {t('change.withdraw')}
        </Button>
        <Button onClick={onDone}>{t('change.cancel')}</Button>
      </div>
    </form>
  );
}
