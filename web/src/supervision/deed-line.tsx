/** A deed of supervision: a button that opens the few lines it takes; what was refused is said beside them. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, isElsewhere, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { useAgain } from '../tasks/task-deeds';
import { supervisionKey } from './data';

export interface Line {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'area' | 'day' | 'choice';
  /** Where the refusal speaks of the field by another name. */
  readonly field?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly start?: string;
  readonly help?: string;
}

interface Props {
  readonly open: string;
  readonly lines: readonly Line[];
  readonly run: (values: Readonly<Record<string, string>>) => Promise<unknown>;
  readonly done?: string;
  readonly primary?: boolean;
  /** Already open, with nothing to close it: a page of its own. */
  readonly page?: boolean;
  readonly children?: ReactNode;
}

export function DeedLine({ open, lines, run, done, primary = false, page = false, children }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const words = useWords();
  const again = useAgain();
  const [asked, setAsked] = useState(page);
  const [values, setValues] = useState<Record<string, string>>({});
  const at = (line: Line): string => values[line.name] ?? line.start ?? '';
  const deed = useMutation({
    mutationFn: () => run(Object.fromEntries(lines.map((line) => [line.name, at(line)]))),
    onSuccess: () => {
      if (done !== undefined) void message.success(done);
      setAsked(page);
      setValues({});
    },
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: supervisionKey }), again()]),
  });
  if (!asked)
    return (
      <Button
        {...(primary && { type: 'primary' })}
        loading={deed.isPending}
        aria-expanded={false}
        onClick={() => (lines.length === 0 && children === undefined ? deed.mutate() : setAsked(true))}
      >
        {open}
      </Button>
    );
  const fields = lines.map(({ name, field }) => field ?? name);
  return (
    <form
      className="deed-line"
      aria-label={open}
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate();
      }}
    >
      {children}
      {lines.map((line) => (
        <Field key={line.name} label={line.label} help={line.help} wrong={wrongIn(deed.error, line.field ?? line.name)}>
          {(given) => {
            const shared = {
              ...given,
              value: at(line),
              onChange: ({ target }: { target: { value: string } }) =>
                setValues({ ...values, [line.name]: target.value }),
            };
            if (line.kind === 'area') return <Input.TextArea {...shared} autoSize={{ minRows: 2 }} maxLength={4000} />;
            if (line.kind === 'day') return <Input {...shared} type="date" className="day" />;
            if (line.kind === 'line') return <Input {...shared} maxLength={200} />;
            return (
              <select {...shared} className="choice">
                {line.options?.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            );
          }}
        </Field>
      ))}
      {deed.error !== null && isElsewhere(deed.error, fields) && (
        <Alert type="error" showIcon role="alert" title={words(deed.error)} />
      )}
      <div className="deeds">
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {open}
        </Button>
        {!page && <Button onClick={() => setAsked(false)}>{t('change.cancel')}</Button>}
      </div>
    </form>
  );
}
