/** The editor of a form (报表定义): what it is called, its cells and rules, who owes it and when; tried, previewed, published. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { Field, isElsewhere, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { CellsEditor } from './cells-editor';
import { asSent } from './definition';
import { type Definition, formKey } from './form-data';
import { FormPreview } from './form-preview';
import { MomentsEditor, OwedEditor } from './owed-editor';
import { RulesEditor } from './rules-editor';
import { Trial } from './trial';

interface Props {
  readonly start: Definition;
  /** null: a new one. */
  readonly id: string | null;
  /** From which on it holds, or the first that is owed. */
  readonly period: string;
  readonly publish: (definition: Definition, reason: string) => Promise<unknown>;
  /** What is asked for above: code and period. */
  readonly head: (error: unknown) => ReactNode;
}

export function FormEditor({ start, id, period, publish, head }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const [draft, setDraft] = useState(start);
  const [reason, setReason] = useState('');
  const trial = useMutation({
    mutationFn: (): Promise<Schemas['FormTrial']> => {
      const body = { definition: asSent(draft), period };
      return id === null
        ? got(api.POST('/api/v1/district/forms/trials', { body }))
        : got(api.POST('/api/v1/district/forms/{id}/trials', { params: { path: { id } }, body }));
    },
  });
  const deed = useMutation({
    mutationFn: () => publish(asSent(draft), reason),
    onSuccess: () => client.invalidateQueries({ queryKey: formKey }),
  });
  /** What was said of a line does not stand at the one that took its place. */
  const set = (change: Partial<Definition>, moved = false) => {
    setDraft({ ...draft, ...change });
    if (moved) {
      trial.reset();
      deed.reset();
    }
  };
  const check = () => {
    deed.reset();
    trial.mutate();
  };
  const error = deed.error ?? trial.error;
  const of = (part: string) => wrongIn(error, `definition.${part}`);
  const line = (part: 'name' | 'programme', most: number) => (
    <Field label={t(`formDesign.${part}`)} wrong={of(part)}>
      {(given) => (
        <Input
          {...given}
          value={draft[part]}
          maxLength={most}
          onChange={({ target }) => set({ [part]: target.value })}
        />
      )}
    </Field>
  );
  const shown = ['name', 'programme', 'about', 'cells', 'rules', 'owedBy.tiers', 'owedBy.under', 'owedBy.unions'].map(
    (part) => `definition.${part}`,
  );
  const moments = ['opensAfter', 'dueAfter', 'locksAfter'].map((part) => `definition.moments.${part}`);
  const above = ['code', 'firstPeriod', 'fromPeriod', 'reason'];
  return (
    <form
      className="form-design"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        trial.reset();
        deed.mutate();
      }}
    >
      <div className="form-design-pair">
        {head(error)}
        {line('name', 100)}
        {line('programme', 64)}
      </div>
      <Field label={t('formDesign.about')} help={t('formDesign.aboutHelp')} wrong={of('about')}>
        {(given) => (
          <Input.TextArea
            {...given}
            value={draft.about}
            maxLength={1000}
            autoSize
            onChange={({ target }) => set({ about: target.value })}
          />
        )}
      </Field>
      <CellsEditor
        cells={draft.cells}
        published={new Set(id === null ? [] : start.cells.map(({ key }) => key))}
        error={error}
        onCells={(cells, moved) => set({ cells }, moved)}
      />
      <RulesEditor
        rules={draft.rules}
        cells={draft.cells}
        error={error}
        onRules={(rules, moved) => set({ rules }, moved)}
      />
      <OwedEditor definition={draft} error={error} onChange={set} />
      <MomentsEditor definition={draft} error={error} onChange={set} />
      <FormPreview definition={draft} />
      {error !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={isElsewhere(error, [...shown, ...moments, ...above]) ? words(error) : t('formDesign.wrong')}
        />
      )}
      {error === null && trial.data !== undefined && <Trial trial={trial.data} period={period} />}
      <Field label={t('formDesign.reason')} wrong={wrongIn(deed.error, 'reason')}>
        {(given) => (
          <Input {...given} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
      <div className="deeds">
        <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={deed.isPending}>
          {t(id === null ? 'formDesign.publish' : 'formDesign.publishVersion')}
        </Button>
        <Button loading={trial.isPending} onClick={check}>
          {t('formDesign.try')}
        </Button>
      </div>
    </form>
  );
}
