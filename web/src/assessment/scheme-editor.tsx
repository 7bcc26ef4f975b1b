/** Writes a scheme: what is typed stays on this computer, what the API says stands beside its field. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, Problem } from '../api/client';
import type { UpperTier } from '../api/doors';
import { useWords } from '../parts/states';
import { nothingTold, tellFields, withoutField } from './field-errors';
import { BesideContext, ListError, TextField } from './fields';
import { PartEditor } from './part-editor';
import { focusName } from './pen';
import { saveScheme } from './save-scheme';
import { type SchemeDraft, newPart } from './scheme-draft';
import { useSchemeStore } from './scheme-store';
import { SumLine } from './sum-line';
import { weighed } from './sums';
import { TermsEditor } from './terms-editor';

interface Props {
  tier: UpperTier;
  /** Under which the draft lies on this computer. */
  origin: string;
  start: SchemeDraft;
  /** The scheme that is changed; none when a new one is written. */
  scheme?: Schemas['SchemeView'];
  /** What was typed is given up; without it one begins again from `start`. */
  onDiscard?: () => void;
}

export function SchemeEditor({ tier, origin, start, scheme, onDiscard }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const store = useSchemeStore(origin, start, scheme);
  const { draft, version, pen, takenOut } = store;
  const [told, setTold] = useState(nothingTold);
  const toFocus = useRef(false);

  useEffect(() => {
    if (!toFocus.current) return;
    toFocus.current = false;
    document.getElementById([...told.fields.keys()][0] ?? '')?.focus();
  }, [told]);

  const beginAgain = () => {
    store.beginAgain();
    setTold(nothingTold);
    onDiscard?.();
  };
  const addPart = () => {
    const added = newPart(draft.parts);
    pen.write((now) => ({ ...now, parts: [...now.parts, added] }));
    focusName(added.id);
  };
  const save = useMutation({
    mutationFn: () => saveScheme(tier, draft, scheme && { id: scheme.id, version }),
    onSuccess: async ({ id }) => {
      store.saved();
      await client.invalidateQueries({ queryKey: ['schemes'] });
      await navigate({ to: '/schemes/$id', params: { id } });
    },
    onError: (error) => {
      if (!(error instanceof Problem)) return;
      toFocus.current = true;
      setTold(
        tellFields(error.errors, draft, ({ code, message }) =>
          code === 'notADecimal' ? t('assessment.notANumber') : message,
        ),
      );
      // changed or used meanwhile: what stands there now is read, and shown
      if (error.status === 412 || error.status === 409) void client.invalidateQueries({ queryKey: ['schemes'] });
    },
  });
  const beside = useMemo(
    () => ({
      errorOf: (field: string) => told.fields.get(field),
      touch: (field: string) => setTold((now) => withoutField(now, field)),
    }),
    [told],
  );
  const edit = (to: Partial<SchemeDraft>) => pen.write((now) => ({ ...now, ...to }));
  const { year, title, fullMarks, parts } = draft;
  const conflict = version !== (scheme?.version ?? 0);
  return (
    <BesideContext value={beside}>
      {conflict ? (
        <div className="conflict" role="alert">
          <p>{t('assessment.conflict')}</p>
          <div className="deeds">
            <Button onClick={store.keepMine}>{t('assessment.keepMine')}</Button>
            <Button onClick={beginAgain}>{t('assessment.keepTheirs')}</Button>
          </div>
        </div>
      ) : (
        store.restored && (
          <p className="hint">
            {t('assessment.restored')}{' '}
            <button type="button" className="plain" onClick={beginAgain}>
              {t('assessment.beginAgain')}
            </button>
          </p>
        )
      )}
      <form
        className="scheme-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending && !conflict) save.mutate();
        }}
      >
        <div className="scheme-row">
          <TextField id="year" label={t('task.year')} value={year} figure onChange={(value) => edit({ year: value })} />
          <TextField
            id="title"
            label={t('assessment.schemeTitle')}
            value={title}
            onChange={(value) => edit({ title: value })}
          />
          <TextField
            id="fullMarks"
            label={t('assessment.fullMarks')}
            value={fullMarks}
            figure
            onChange={(value) => edit({ fullMarks: value })}
          />
        </div>
        <ListError id="parts" />
        {parts.map((part, index) => (
          <PartEditor
            key={part.id}
            year={year}
            part={part}
            offices={draft.offices}
            first={index === 0}
            last={index === parts.length - 1}
            pen={pen}
          />
        ))}
        <Button onClick={addPart}>{t('assessment.addPart')}</Button>
        <TermsEditor terms={draft} pen={pen} />
        <div className="scheme-bar">
          {save.isError && (
            <Alert
              type="error"
              showIcon
              role="alert"
              title={save.error instanceof Problem ? [save.error.message, ...told.rest].join(' ') : words(save.error)}
            />
          )}
          <SumLine kind="scheme" whole={fullMarks} marks={parts.map(({ marks, weight }) => weighed(marks, weight))} />
          {takenOut !== undefined && (
            <span role="status">
              {t('assessment.removed', { name: takenOut })}{' '}
              <button type="button" className="plain" onClick={store.bringBack}>
                {t('assessment.undo')}
              </button>
            </span>
          )}
          <span className="grow" />
          <span className="hint">{t('assessment.kept')}</span>
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={conflict}>
            {t('assessment.save')}
          </Button>
        </div>
      </form>
    </BesideContext>
  );
}
