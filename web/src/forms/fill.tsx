/** A return to be filled in, made from the form's definition: kept as a draft or handed in. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got, Problem } from '../api/client';
import { useMe } from '../api/me';
import { deskKey } from '../desk/desk';
import { Field, isElsewhere, wrongIn } from '../parts/field';
import { forget, keep } from '../parts/kept';
import { Restored } from '../parts/restored';
import { useWords } from '../parts/states';
import { FillCell } from './fill-cell';
import { type Filled, filledKey, filledOf, keptFilled, type KeptFilled, type Texts } from './filled';
import { type Definition, formKey, type FormReturn, type Period, periodQuery, returnQuery } from './form-data';
import { cellOfFinding, useFinding } from './findings';

interface Props {
  readonly id: string;
  readonly period: Period;
  readonly definition: Definition;
  readonly entry: FormReturn | undefined;
  /** To begin again from what is kept now. */
  readonly onAnew: () => void;
}

/** What says something; the rest is left out. */
const said = (texts: Texts): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));

export function Fill({ id, period, definition, entry, onAnew }: Props) {
  const { t } = useTranslation();
  const wordsOf = useWords();
  const inWords = useFinding();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { officer } = useMe();
  const key = filledKey(officer.id, id, period.period);
  const [earlier, setEarlier] = useState(() => keptFilled(key, entry));
  const [filled, setFilled] = useState<Filled>(() => earlier?.filled ?? filledOf(entry));
  const [unsaved, setUnsaved] = useState(earlier !== null);
  const { values, missing, words } = filled;
  // what was read when it was begun: a change by somebody else meanwhile is told, not written over
  const [seen, setSeen] = useState(entry && (earlier?.version ?? entry.version));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set(Object.keys(earlier?.filled.values ?? {})));
  const of = entry?.id ?? null;
  useEffect(() => {
    if (unsaved) keep(key, { filled, of, version: seen ?? 0 } satisfies KeptFilled);
  }, [key, unsaved, filled, of, seen]);
  const write = (part: Partial<Filled>) => {
    setFilled({ ...filled, ...part });
    setUnsaved(true);
  };
  const letGo = () => {
    forget(key);
    setUnsaved(false);
    setEarlier(null);
    setTouched(new Set());
  };

  const atServer = (saved: FormReturn) => {
    setSeen(saved.version);
    letGo();
    client.setQueryData(returnQuery(saved.id).queryKey, saved);
    client.setQueryData(periodQuery(id, period.period).queryKey, (now) =>
      now === undefined ? now : { ...now, mine: { ...now.mine, returnId: saved.id, status: saved.status } },
    );
  };
  const deed = useMutation({
    mutationFn: async (submit: boolean) => {
      const given = said(values);
      const reasons = Object.entries(said(missing)).filter(([key]) => given[key] === undefined);
      const body = { values: given, missing: Object.fromEntries(reasons), words: said(words) };
      const path = { id, period: period.period };
      const saved =
        entry === undefined
          ? await got(api.POST('/api/v1/forms/{id}/periods/{period}/returns', { params: { path }, body }))
          : await got(
              api.PUT('/api/v1/form-returns/{id}', {
                params: { path: { id: entry.id }, header: { 'If-Match': `"${seen}"` } },
                body,
              }),
            );
      atServer(saved);
      if (submit) await got(api.POST('/api/v1/form-returns/{id}/submission', { params: { path: { id: saved.id } } }));
    },
    onSuccess: (_, submit) => void message.success(t(submit ? 'forms.handedIn' : 'forms.kept')),
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: formKey }), client.invalidateQueries({ queryKey: deskKey })]),
  });

  const findings = entry?.findings ?? [];
  /** What stands at a cell in what was kept, until the cell is typed in. */
  const faultAt = (key: string): string | undefined => {
    const found = findings.find(
      (finding) => finding.severity === 'hard' && !touched.has(key) && cellOfFinding(definition, finding) === key,
    );
    return found && inWords(found);
  };
  const soft = definition.rules.flatMap(({ key, severity }) => {
    const wrong = wrongIn(deed.error, `words.${key}`);
    const found = findings.find((finding) => finding.key === key && finding.severity === 'soft');
    const asked = wrong ?? (found && inWords(found));
    return severity === 'soft' && (asked !== undefined || (words[key] ?? '') !== '') ? [{ key, asked, wrong }] : [];
  });
  const places = definition.cells.flatMap(({ key }) => [`values.${key}`, `missing.${key}`]);
  const shown = [...places, ...definition.rules.map(({ key }) => `words.${key}`)];
  const returned = entry?.status === 'returned' ? entry.steps.findLast(({ kind }) => kind === 'returned') : undefined;
  const meanwhile = deed.error instanceof Problem && deed.error.status === 412;
  return (
    <form
      className="form-fill"
      aria-label={definition.name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate(true);
      }}
    >
      {earlier !== null && (
        <Restored
          onDiscard={() => {
            letGo();
            setFilled(filledOf(entry));
            setSeen(entry?.version);
            deed.reset();
          }}
        />
      )}
      {definition.about !== '' && <p className="note">{definition.about}</p>}
      <p className="hint">{t('forms.zero')}</p>
      {returned !== undefined && (
        <Alert type="warning" showIcon title={t('forms.returnedFor', { reason: returned.words ?? '' })} />
      )}
      <div className="form-cells">
        {definition.cells.map((cell) => (
          <FillCell
            key={cell.key}
            cell={cell}
            value={values[cell.key] ?? ''}
            reason={missing[cell.key] ?? ''}
            before={((entry?.before ?? {}) as Texts)[cell.key]}
            mark={findings.find(({ kind, key }) => kind === 'outlier' && key === cell.key && !touched.has(key))}
            wrong={(touched.has(cell.key) ? undefined : wrongIn(deed.error, `values.${cell.key}`)) ?? faultAt(cell.key)}
            wrongReason={wrongIn(deed.error, `missing.${cell.key}`)}
            onValue={(text) => {
              write({ values: { ...values, [cell.key]: text } });
              setTouched(new Set([...touched, cell.key]));
            }}
            onReason={(text) => write({ missing: { ...missing, [cell.key]: text } })}
          />
        ))}
      </div>
      {soft.map(({ key, asked, wrong }) => (
        <Field key={key} label={t('forms.word')} help={asked} wrong={(words[key] ?? '') === '' ? wrong : undefined}>
          {(given) => (
            <Input.TextArea
              {...given}
              autoSize={{ minRows: 1 }}
              maxLength={500}
              value={words[key] ?? ''}
              onChange={({ target }) => write({ words: { ...words, [key]: target.value } })}
            />
          )}
        </Field>
      ))}
      {deed.error !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={isElsewhere(deed.error, shown) ? wordsOf(deed.error) : t('forms.wrong')}
          action={meanwhile && <Button onClick={onAnew}>{t('forms.anew')}</Button>}
        />
      )}
      <div className="deeds no-print">
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {t('forms.deed.submit')}
        </Button>
        <Button disabled={deed.isPending} onClick={() => deed.mutate(false)}>
          {t('forms.keep')}
        </Button>
      </div>
    </form>
  );
}
