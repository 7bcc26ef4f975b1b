/** A deed that takes a reason: a button that opens a line to write it in. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeed } from '../course/use-deed';
import { Field } from '../parts/field';
import { ledgerKey } from './data';

interface Props {
  readonly open: string;
  readonly label?: string;
  /** What is read anew; the ledgers where it is not said. */
  readonly of?: readonly string[];
  readonly run: (reason: string) => Promise<unknown>;
}

export function ReasonLine({ open, label, of = ledgerKey, run }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const deed = useDeed({ run: () => run(reason).then(() => setAsked(false)), of });
  if (!asked) return <Button onClick={() => setAsked(true)}>{open}</Button>;
  return (
    <form
      className="ledger-reason"
      aria-label={open}
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate();
      }}
    >
      <Field label={label ?? t('ledger.reason')}>
        {(given) => (
          <Input
            {...given}
            autoFocus
            maxLength={500}
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
