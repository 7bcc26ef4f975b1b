/** One source of cases: its program, its mapping, and a trial of it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, api, got } from '../api/client';
import { Field, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { type MappingDraft, MappingEditor, mappingOf } from './mapping-editor';
import { NoJson, readJson } from './mapping-text';
import { type CaseSourceOne, sourcesKey } from './matter-data';
import { asText, sampleBody, sampleMapping } from './sample';
import { TrialFacts } from './trial-facts';

export function SourceEditor({ source }: { readonly source: CaseSourceOne | null }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [code, setCode] = useState(source?.code ?? '');
  const [name, setName] = useState(source?.name ?? '');
  const [account, setAccount] = useState(source?.account ?? '');
  const [active, setActive] = useState(source?.active ?? true);
  const [mapping, setMapping] = useState<MappingDraft>(source?.mapping ?? sampleMapping(t));
  const [body, setBody] = useState(asText(sampleBody(t)));
  const trial = useMutation({
    mutationFn: async () =>
      got(
        api.POST('/api/v1/case-source-trials', {
          body: { mapping: mappingOf(mapping), body: readJson('body', body) as Record<string, unknown> },
        }),
      ),
  });
  const save = useMutation({
    mutationFn: async () => {
      const given = { name, account, active, mapping: mappingOf(mapping) };
      if (source === null) return got(api.POST('/api/v1/case-sources', { body: { code, ...given } }));
      const params = { path: { id: source.id }, header: { 'If-Match': `"${source.version}"` } };
      return got(api.PUT('/api/v1/case-sources/{id}', { params, body: given }));
    },
    onSuccess: () => {
      void message.success(t('matter.saved'));
      return client.invalidateQueries({ queryKey: sourcesKey });
    },
  });
  const wrong = (field: string): string | undefined => {
    const errors = [save.error, trial.error];
    const noJson = errors.find((error) => error instanceof NoJson && error.field === field);
    return noJson === undefined || noJson === null
      ? (wrongIn(save.error, field) ?? wrongIn(trial.error, field))
      : t('matter.notJson', { where: noJson.message });
  };
  /** What was refused at a place of the mapping or in it, as a path in a row of it. */
  const near = (place: string): string | undefined =>
    wrong(place) ??
    [save.error, trial.error].map((error) => wrongWithin(error, place)).find((said) => said !== undefined);
  const lines = [
    { field: 'code', label: t('matter.code'), value: code, set: setCode, off: source !== null },
    { field: 'name', label: t('matter.name'), value: name, set: setName, off: false },
    { field: 'account', label: t('matter.account'), value: account, set: setAccount, off: false },
  ];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        trial.reset();
        save.mutate();
      }}
    >
      {lines.map(({ field, label, value, set, off }) => (
        <Field key={field} label={label} wrong={wrong(field)}>
          {(given) => (
            <Input
              {...given}
              disabled={off}
              maxLength={100}
              value={value}
              autoComplete="off"
              onChange={({ target }) => set(target.value)}
            />
          )}
        </Field>
      ))}
      <Checkbox checked={active} onChange={({ target }) => setActive(target.checked)}>
        {t('matter.active')}
      </Checkbox>
      <MappingEditor draft={mapping} onDraft={setMapping} wrong={near} />
      <Field label={t('matter.sample')} wrong={wrong('body')}>
        {(given) => (
          <Input.TextArea
            {...given}
            className="case-json"
            spellCheck={false}
            autoSize={{ minRows: 4, maxRows: 16 }}
            value={body}
            onChange={({ target }) => setBody(target.value)}
          />
        )}
      </Field>
      <Refusal error={save.error ?? trial.error} />
      {trial.data !== undefined && <TrialFacts trial={trial.data} />}
      <div className="deeds">
        <Button
          loading={trial.isPending}
          onClick={() => {
            save.reset();
            trial.mutate();
          }}
        >
          {t('matter.tryIt')}
        </Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('matter.save')}
        </Button>
      </div>
    </form>
  );
}

const wrongWithin = (error: unknown, place: string): string | undefined =>
  error instanceof Problem && place.endsWith(']')
    ? error.errors.find(({ field }) => field.startsWith(`${place}.`))?.message
    : undefined;

const tables = ['kinds', 'areas', 'statuses'] as const;

/** What was refused, each with its place in the mapping or in their body. */
function Refusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const words = useWords();
  if (error === null || error instanceof NoJson) return null;
  const placeOf = (field: string) => {
    const [, table, no] = /^mapping\.(kinds|areas|statuses)\[(\d+)\]/.exec(field) ?? [];
    const name = tables.find((each) => each === table);
    return name === undefined ? (
      <code>{field}</code>
    ) : (
      t('matter.row', { table: t(`matter.${name}`), no: Number(no) + 1 })
    );
  };
  const places = error instanceof Problem ? error.errors.filter(({ field }) => field !== '') : [];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={
        places.length === 0 ? (
          words(error)
        ) : (
          <ul className="case-faults">
            {places.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {placeOf(field)} {message}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
