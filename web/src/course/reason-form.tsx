/** A deed that needs a reason: a button that opens a line to write it. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, wrongIn } from '../parts/field';
import { useDeed } from './use-deed';

interface Props {
  /** What the button says. */
  open: string;
  label: string;
  of: readonly string[];
  run: (reason: string) => Promise<unknown>;
}

export function ReasonForm({ open, label, of, run }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const deed = useDeed({ run: () => run(reason), of, quiet: false });
  if (!asked)
    return (
      <Button size="small" onClick={() => setAsked(true)}>
        {open}
      </Button>
    );
  return (
    <form
      className="reason-form"
      aria-label={open}
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate();
      }}
    >
      <Field label={label} wrong={wrongIn(deed.error, 'reason')}>
        {(given) => <Input {...given} autoFocus value={reason} onChange={({ target }) => setReason(target.value)} />}
      </Field>
      <div className="deeds">
        <Button size="small" htmlType="submit" loading={deed.isPending}>
          {t('course.refuseNow')}
        </Button>
        <Button size="small" onClick={() => setAsked(false)}>
          {t('course.notNow')}
        </Button>
      </div>
    </form>
  );
}
