/** One deed as a form that opens: its words, its fields, what the API refuses beside them. */
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../parts/states';
import { besideFields } from './beside-fields';

interface Props<T extends object> {
  readonly title: string;
  /** What it does and what it leaves behind. */
  readonly hint?: ReactNode;
  readonly button: string;
  readonly done: string;
  readonly initial?: Partial<T>;
  /** What was given is the new state and stays in its fields. */
  readonly keeps?: boolean;
  readonly act: (given: T) => Promise<unknown>;
  readonly after: () => Promise<unknown>;
  readonly children: (form: FormInstance<T>) => ReactNode;
}

export function DeedForm<T extends object>({
  title,
  hint,
  button,
  done,
  initial,
  keeps,
  act,
  after,
  children,
}: Props<T>) {
  const words = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<T>();
  const deed = useMutation({
    mutationFn: act,
    onSuccess: () => {
      if (keeps !== true) form.resetFields();
      void message.success(done);
    },
    onError: (error) => besideFields(form, error),
    onSettled: after,
  });
  return (
    <details>
      <summary>{title}</summary>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <Form<T>
        form={form}
        layout="vertical"
        name={title}
        initialValues={initial}
        onFinish={(given) => deed.mutate(given)}
      >
        {children(form)}
        {deed.error && <Alert type="error" showIcon role="alert" title={words(deed.error)} />}
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {button}
        </Button>
      </Form>
    </details>
  );
}
