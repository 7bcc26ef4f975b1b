/** 新建任务: the district's quantified task; its division among the sub-districts comes next. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, Problem, api, got } from '../api/client';
import { useMe } from '../api/me';
import { Cost } from '../burden/cost';
import { useWords } from '../parts/states';
import { numberIn } from './divide';
import { type Milestone, Milestones, trimmed } from './milestones';
import { forgetNewTask, keepNewTask, keptNewTask } from './new-task-draft';

interface Given {
  title: string;
  programme: string;
  code?: string;
  description?: string;
  measure: { name: string; unit: string; kind: 'flow' | 'stock'; decimals: string };
  target: string;
  baseline?: string;
  strength: 'floor' | 'aim';
  weight?: string;
  startOn: string;
  dueOn: string;
  evidenceRule: 'none' | 'optional' | 'required';
  milestones?: Milestone[];
}

const year = dayjs().year();
const first: Partial<Given> = {
  strength: 'floor',
  evidenceRule: 'optional',
  startOn: dayjs().format('YYYY-MM-DD'),
  dueOn: `${year}-12-31`,
  measure: { name: '', unit: '', kind: 'flow', decimals: '0' },
};
const blank: Partial<Given> = {
  title: '',
  programme: '',
  code: '',
  description: '',
  target: '',
  baseline: '',
  weight: '',
  milestones: [],
};
const given = (value: string | undefined): string | undefined => value?.trim() || undefined;

/** What the API needs to say what a task costs; undefined while that is not filled in. */
function askedBy({ measure, code, startOn, dueOn }: Given): Schemas['CostDto'] | undefined {
  const [name, unit] = [given(measure.name), given(measure.unit)];
  if (name === undefined || unit === undefined || startOn === '' || dueOn === '') return undefined;
  return { measure: { name, unit }, code: given(code), startOn, dueOn };
}

export function NewTask() {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { officer } = useMe();
  const [form] = Form.useForm<Given>();
  const [asked, setAsked] = useState<Schemas['CostDto']>();
  const [kept, setKept] = useState(() => keptNewTask(officer.id));
  const create = useMutation({
    mutationFn: ({ code, description, baseline, weight, target, measure, milestones, ...rest }: Given) =>
      got(
        api.POST('/api/v1/district/tasks', {
          body: {
            ...rest,
            year: Number(rest.startOn.slice(0, 4)),
            target: numberIn(target) ?? target,
            measure: { ...measure, decimals: Number(measure.decimals) },
            code: given(code),
            description: given(description),
            weight: given(weight),
            baseline: given(baseline),
            milestones: trimmed(milestones ?? []),
          },
        }),
      ),
    onSuccess: async ({ task }) => {
      forgetNewTask(officer.id);
      await client.invalidateQueries({ queryKey: ['tasks'] });
      await navigate({ to: '/tasks/$id', params: { id: task.id } });
    },
    onError: (error) => {
      if (!(error instanceof Problem)) return;
      form.setFields(
        error.errors.map(({ field, message }) => ({
          name: field.split('.') as unknown as keyof Given,
          errors: [message],
        })),
      );
    },
  });
  const needed = [{ required: true, message: t('signIn.needed') }];
  const options = <T extends string>(values: readonly T[], say: (value: T) => string) =>
    values.map((value) => ({ value, label: say(value) }));
  return (
    <section className="form-page">
      <h1>{t('newTask.title')}</h1>
      <Form<Given>
        form={form}
        layout="vertical"
        initialValues={{ ...first, ...kept }}
        onFinish={(values) => create.mutate(values)}
        onValuesChange={(_, all) => keepNewTask(officer.id, all)}
      >
        <Form.Item name="title" label={t('task.title')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <div className="row">
          <Form.Item name="programme" label={t('task.programme')} rules={needed} extra={t('newTask.programmeHelp')}>
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item name="code" label={t('newTask.code')} extra={t('newTask.codeHelp')}>
            <Input maxLength={50} />
          </Form.Item>
        </div>
        <div className="row">
          <Form.Item name={['measure', 'name']} label={t('newTask.measure')} rules={needed}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name={['measure', 'unit']} label={t('newTask.unit')} rules={needed} extra={t('newTask.unitHelp')}>
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item name={['measure', 'kind']} label={t('newTask.kind')}>
            <Select options={options(['flow', 'stock'] as const, (value) => t(`newTask.kinds.${value}`))} />
          </Form.Item>
          <Form.Item name={['measure', 'decimals']} label={t('newTask.decimals')}>
            <Input type="number" min={0} max={4} />
          </Form.Item>
        </div>
        <div className="row">
          <Form.Item name="target" label={t('task.target')} rules={needed}>
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name="strength" label={t('newTask.strength')}>
            <Select options={options(['floor', 'aim'] as const, (value) => t(`task.${value}`))} />
          </Form.Item>
          <Form.Item name="baseline" label={t('task.baseline')}>
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name="weight" label={t('task.weight')}>
            <Input inputMode="decimal" placeholder="1" />
          </Form.Item>
        </div>
        <div className="row">
          <Form.Item name="startOn" label={t('newTask.startOn')} rules={needed}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="dueOn" label={t('task.due')} rules={needed}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="evidenceRule" label={t('report.evidence')}>
            <Select
              options={options(['none', 'optional', 'required'] as const, (value) => t(`report.evidenceRule.${value}`))}
            />
          </Form.Item>
        </div>
        <Form.Item noStyle shouldUpdate={(before, now) => before.startOn !== now.startOn || before.dueOn !== now.dueOn}>
          {({ getFieldValue }) => (
            <Form.Item name="milestones">
              <Milestones
                startOn={getFieldValue('startOn')}
                dueOn={getFieldValue('dueOn')}
                failure={create.error ?? undefined}
              />
            </Form.Item>
          )}
        </Form.Item>
        <Form.Item name="description" label={t('task.description')} extra={t('newTask.descriptionHelp')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
        </Form.Item>
        {asked !== undefined && <Cost tier="district" asked={asked} />}
        {create.error && <Alert type="error" showIcon role="alert" title={words(create.error)} />}
        <div className="deeds">
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t('newTask.go')}
          </Button>
          <Button onClick={() => setAsked(askedBy(form.getFieldsValue()))}>{t('burden.ask')}</Button>
          {kept !== undefined && (
            <Button
              onClick={() => {
                forgetNewTask(officer.id);
                setKept(undefined);
                form.setFieldsValue({ ...blank, ...first });
              }}
            >
              {t('newTask.clear')}
            </Button>
          )}
        </div>
      </Form>
    </section>
  );
}
