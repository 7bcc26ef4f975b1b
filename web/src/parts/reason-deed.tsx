/** A deed that takes a reason: a button that opens the lines it takes; what was refused is said beside them. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, isElsewhere, wrongIn } from './field';
import { useWords } from './states';

interface Props {
  readonly open: string;
  /** Of the button, where several read alike. */
  readonly named?: string;
  /** Said when it is done; left out where the page shows it. */
  readonly done?: string;
  /** What is read anew. */
  readonly of: readonly (readonly string[])[];
  /** Left out: it takes no reason. */
  readonly reason?: string;
  readonly run: (reason: string) => Promise<unknown>;
  /** Characters of the reason. */
  readonly most?: number;
  readonly primary?: boolean;
  /** What else it takes. */
  readonly children?: (error: unknown) => ReactNode;
}

export function ReasonDeed({ open, named, done, of, reason, run, most = 500, primary = false, children }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const words = useWords();
  const [asked, setAsked] = useState(false);
  const [why, setWhy] = useState('');
  const deed = useMutation({
    mutationFn: () => run(why),
    onSuccess: () => {
      if (done !== undefined) void message.success(done);
      setAsked(false);
      setWhy('');
    },
    onSettled: () => Promise.all(of.map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] }))),
  });
  if (!asked)
    return (
      <Button type={primary ? 'primary' : 'default'} aria-label={named} onClick={() => setAsked(true)}>
        {open}
      </Button>
    );
  return (
    <form
      className={children === undefined ? 'reason-deed' : 'reason-deed paper'}
      aria-label={named ?? open}
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate();
      }}
    >
      {children?.(deed.error)}
      {reason !== undefined && (
        <Field label={reason} wrong={wrongIn(deed.error, 'reason')}>
          {(given) => (
            <Input {...given} autoFocus maxLength={most} value={why} onChange={({ target }) => setWhy(target.value)} />
          )}
        </Field>
      )}
      {deed.error !== null && isElsewhere(deed.error, ['reason', 'period', 'holdsFrom']) && (
        <Alert type="error" showIcon role="alert" title={words(deed.error)} />
      )}
      <div className="deeds">
        <Button
          type="primary"
          htmlType="submit"
          disabled={reason !== undefined && why.trim() === ''}
          loading={deed.isPending}
        >
          {open}
        </Button>
        <Button onClick={() => setAsked(false)}>{t('change.cancel')}</Button>
      </div>
    </form>
  );
}
