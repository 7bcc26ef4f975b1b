/** The rule for lights as a form; what is wrong stands beside its field. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Input, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { type Rule, setRule } from './light-data';

const countOf = (value: string): number | null => (value.trim() === '' ? null : Number(value));

export function RuleForm({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [draft, setDraft] = useState({
    yellow: rule.yellow,
    red: rule.red,
    notStartedYellow: String(rule.notStartedYellow ?? ''),
    notStartedRed: String(rule.notStartedRed ?? ''),
    reason: '',
  });
  const [period, setPeriod] = useState(rule.period);
  const [repaired, setRepaired] = useState(rule.repaired);
  const [missing, setMissing] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      setRule(rule.version, {
        ...draft,
        notStartedYellow: countOf(draft.notStartedYellow),
        notStartedRed: countOf(draft.notStartedRed),
        period,
        repaired,
      }),
    onSuccess: async () => {
      void message.success(t('lights.saved'));
      await client.invalidateQueries();
    },
  });
  const go = (event: FormEvent) => {
    event.preventDefault();
    setMissing(draft.reason.trim() === '');
    if (draft.reason.trim() !== '') save.mutate();
  };
  const field = (name: keyof typeof draft, wrong = wrongIn(save.error, name)) => (
    <Field label={t(`lights.field.${name}`)} wrong={wrong}>
      {(given) => (
        <Input
          {...given}
          inputMode={name === 'reason' ? 'text' : 'decimal'}
          maxLength={name === 'reason' ? 1000 : 5}
          value={draft[name]}
          onChange={({ target: { value } }) => setDraft({ ...draft, [name]: value })}
        />
      )}
    </Field>
  );
  return (
    <form className="lights-rule" aria-label={t('lights.rule')} onSubmit={go}>
      {field('yellow')}
      {field('red')}
      <p>
        <Radio.Group
          aria-label={t('lights.field.period')}
          value={period}
          options={(['month', 'quarter'] as const).map((value) => ({ value, label: t(`lights.by.${value}`) }))}
          onChange={({ target }) => setPeriod(target.value === 'quarter' ? 'quarter' : 'month')}
        />
      </p>
      {field('notStartedYellow')}
      {field('notStartedRed')}
      <p>
        <Checkbox checked={repaired} onChange={({ target }) => setRepaired(target.checked)}>
          {t('lights.field.repaired')}
        </Checkbox>
      </p>
      {field(
        'reason',
        missing && draft.reason.trim() === '' ? t('lights.reasonNeeded') : wrongIn(save.error, 'reason'),
      )}
      {save.isError && <Alert type="error" showIcon role="alert" title={words(save.error)} />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('lights.save')}
      </Button>
    </form>
  );
}
