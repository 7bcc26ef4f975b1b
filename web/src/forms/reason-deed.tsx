/** A deed that takes a reason: a button that opens a line to write it in. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeed } from '../course/use-deed';
import { Field } from '../parts/field';
import { formKey } from './form-data';

interface Props {
  readonly open: string;
  readonly run: (reason: string) => Promise<unknown>;
}

export function ReasonDeed({ open, run }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const deed = useDeed({ run: () => run(reason).then(() => setAsked(false)), of: formKey });
  if (!asked) return <Button onClick={() => setAsked(true)}>{open}</Button>;
  return (
    <form
      className="form-reason"
      aria-label={open}
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate();
      }}
    >
      <Field label={t('forms.reason')}>
        {(given) => (
          <Input
            {...given}
            autoFocus
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <div className="deeds">
        <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={deed.isPending}>
          {open}
        </Button>
        <Button onClick={() => setAsked(false)}>{t('change.cancel')}</Button>
      </div>
    </form>
  );
}
