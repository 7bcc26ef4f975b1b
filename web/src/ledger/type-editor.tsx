/** The editor of a ledger's form: what it is called, its fields in a table, a preview, and what a new version changes. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, api, got } from '../api/client';
import { useMay } from '../api/me';
import { Field, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { type Definition, ledgerKey } from './data';
import { TypeBreaks } from './type-breaks';
import { TypeFields } from './type-fields';
import { ValueField } from './value-field';

interface Props {
  readonly start: Definition;
  /** null: a new one. */
  readonly id: string | null;
  /** `breaks`: indicators that it is known to break. */
  readonly publish: (definition: Definition, reason: string, breaks: readonly string[]) => Promise<unknown>;
  /** What a new one asks for besides. */
  readonly head?: (error: unknown) => ReactNode;
}

export function TypeEditor({ start, id, publish, head }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const [draft, setDraft] = useState(start);
  const [reason, setReason] = useState('');
  const [known, setKnown] = useState<readonly string[]>([]);
  const set = (change: Partial<Definition>) => setDraft({ ...draft, ...change });
  const trial = useMutation({
    mutationFn: () =>
      id === null
        ? got(api.POST('/api/v1/district/ledger-types/trials', { body: { definition: draft } }))
        : got(
            api.POST('/api/v1/district/ledger-types/{id}/trials', {
              params: { path: { id } },
              body: { definition: draft },
            }),
          ),
  });
  const deed = useMutation({
    mutationFn: async () => {
      const breaks = id === null ? [] : (await trial.mutateAsync()).breaks.map(({ code }) => code);
      // what it breaks is shown first, and has to be known
      if (breaks.every((code) => known.includes(code))) await publish(draft, reason, breaks);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ledgerKey }),
  });
  const error = deed.error ?? trial.error;
  const of = (name: string): string | undefined => wrongIn(error, `definition.${name}`);
  const days = draft.fields.filter(({ kind, required }) => kind === 'day' && required);
  const places = draft.fields.filter(({ kind }) => ['text', 'choice', 'union', 'enterprise'].includes(kind));
  const choose = (name: 'whenField' | 'whereField', among: typeof days, none: string) => (
    <Field label={t(`ledger.${name}`)} wrong={of(name)}>
      {(shared) => (
        <select
          {...shared}
          className="choice"
          value={draft[name] ?? ''}
          onChange={({ target }) => set({ [name]: target.value === '' ? null : target.value })}
        >
          <option value="">{none}</option>
          {among.map((field) => (
            <option key={field.key} value={field.key}>
              {field.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const line = (name: 'name' | 'programme', most: number) => (
    <Field label={t(`ledger.type.${name}`)} wrong={of(name)}>
      {(shared) => (
        <Input
          {...shared}
          value={draft[name]}
          maxLength={most}
          onChange={({ target }) => set({ [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <form
      className="ledger-type"
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate();
      }}
    >
      {head?.(error)}
      <div className="ledger-pair">
        {line('name', 100)}
        {line('programme', 20)}
      </div>
      <Field label={t('ledger.type.about')} wrong={of('about')}>
        {(shared) => (
          <Input.TextArea
            {...shared}
            value={draft.about}
            maxLength={1000}
            autoSize
            onChange={({ target }) => set({ about: target.value })}
          />
        )}
      </Field>
      <TypeFields fields={draft.fields} error={error} onFields={(fields) => set({ fields })} />
      <div className="ledger-pair">
        {choose('whenField', days, t('ledger.ownDay'))}
        {choose('whereField', places, t('ledger.nowhere'))}
        <Field label={t('ledger.evidence')} wrong={of('evidence')}>
          {(shared) => (
            <select
              {...shared}
              className="choice"
              value={draft.evidence}
              onChange={({ target }) =>
                set({ evidence: (['none', 'required'] as const).find((each) => each === target.value) ?? 'optional' })
              }
            >
              {(['none', 'optional', 'required'] as const).map((each) => (
                <option key={each} value={each}>
                  {t(`ledger.evidenceIs.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Checkbox checked={draft.acceptance} onChange={({ target }) => set({ acceptance: target.checked })}>
        {t('ledger.acceptance')}
      </Checkbox>
      <h2>{t('ledger.preview')}</h2>
      <div className="ledger-preview paper">
        {draft.fields.map((field, index) => (
          <ValueField
            key={`${index}-${field.key}`}
            field={field}
            value={undefined}
            error={null}
            onValue={() => undefined}
          />
        ))}
      </div>
      {may('ledger.define') && (
        <>
          <Said error={error} trial={trial.data} />
          {trial.data !== undefined && trial.data.breaks.length > 0 && (
            <TypeBreaks breaks={trial.data.breaks} known={known} fields={start.fields} onKnown={setKnown} />
          )}
          <Field label={t('ledger.whyPublish')} wrong={wrongIn(deed.error, 'reason')}>
            {(shared) => (
              <Input {...shared} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
            )}
          </Field>
          <div className="deeds">
            <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={deed.isPending}>
              {t(id === null ? 'ledger.publish' : 'ledger.publishVersion')}
            </Button>
            <Button loading={trial.isPending} onClick={() => trial.mutate()}>
              {t('ledger.try')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

interface SaidProps {
  readonly error: unknown;
  readonly trial: { readonly differences: readonly { readonly zh: string; readonly en: string }[] } | undefined;
}

/** All that is wrong, with its place; or what would change. */
function Said({ error, trial }: SaidProps) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  if (error instanceof Problem && error.errors.length > 0)
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={
          <ul>
            {error.errors.map(({ field, message }) => (
              <li key={field}>
                {placeOf(field, t('ledger.fieldNo'))} {message}
              </li>
            ))}
          </ul>
        }
      />
    );
  if (error !== null) return <Alert type="error" showIcon role="alert" title={words(error)} />;
  if (trial === undefined) return null;
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={
        <>
          {t('ledger.right')}
          <ul>
            {trial.differences.map(({ zh, en }) => (
              <li key={zh}>{i18n.language === 'zh' ? zh : en}</li>
            ))}
          </ul>
        </>
      }
    />
  );
}

/** `definition.fields[2].min` → `第 3 个字段 min`, so that it can be found in the table. */
function placeOf(path: string, fieldNo: string): string {
  const [, no, part = ''] = /fields\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  return no === undefined ? '' : `${fieldNo.replace('{no}', String(Number(no) + 1))} ${part}：`;
}
