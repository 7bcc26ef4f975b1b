/** Proposing that a union is exempted (免报) or may report after the lock (补报): with a reason; another person decides. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { useDeed } from '../course/use-deed';
import { Field, isElsewhere, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { formKey, type Period } from './form-data';

export type Kind = 'exempt' | 'reopen';

/** What would change something for a union that stands so: the API has the last word. */
export function kindsFor(stage: Period['stage'], standing: 'missing' | 'exempted' | 'received'): Kind[] {
  return [
    ...(standing === 'missing' ? (['exempt'] as const) : []),
    ...(stage === 'locked' || standing === 'exempted' ? (['reopen'] as const) : []),
  ];
}

interface Props {
  readonly id: string;
  readonly period: string;
  /** null: the own union. */
  readonly union: { readonly id: string; readonly name: string } | null;
  readonly kinds: readonly Kind[];
  readonly onDone: () => void;
}

export function Propose({ id, period, union, kinds, onDone }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const [kind, setKind] = useState<Kind>(kinds.at(-1) ?? 'exempt');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const deed = useDeed({
    run: async () => {
      const body = {
        kind,
        reason,
        ...(union === null ? {} : { unionId: union.id }),
        ...(kind === 'reopen' && until !== '' ? { until } : {}),
      };
      await got(api.POST('/api/v1/forms/{id}/periods/{period}/exceptions', { params: { path: { id, period } }, body }));
      onDone();
    },
    done: t('forms.proposed'),
    of: formKey,
    quiet: true,
  });
  const { error } = deed;
  const title = union === null ? t('forms.proposeOwn') : t('forms.proposeFor', { name: union.name });
  return (
    <form
      className="paper reason-deed"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate();
      }}
    >
      <h3>{title}</h3>
      <p className="hint">{t('forms.proposeHint')}</p>
      <Field label={t('forms.exceptKind')} wrong={wrongIn(error, 'kind')}>
        {(given) => (
          <select
            {...given}
            className="choice"
            value={kind}
            onChange={({ target }) => setKind(target.value === 'reopen' ? 'reopen' : 'exempt')}
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(`forms.exceptIs.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('forms.reason')} wrong={wrongIn(error, 'reason')}>
        {(given) => (
          <Input.TextArea
            {...given}
            autoFocus
            autoSize={{ minRows: 2 }}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      {kind === 'reopen' && (
        <Field label={t('forms.untilDay')} help={t('forms.untilHelp')} wrong={wrongIn(error, 'until')}>
          {(given) => (
            <Input
              {...given}
              type="date"
              style={{ width: 160 }}
              value={until}
              onChange={({ target }) => setUntil(target.value)}
            />
          )}
        </Field>
      )}
      {error !== null && isElsewhere(error, ['kind', 'reason', 'until']) && (
        <p className="wrong" role="alert">
          {words(error)}
        </p>
      )}
      <div className="deeds">
        <Button
          type="primary"
          htmlType="submit"
          disabled={reason.trim() === '' || (kind === 'reopen' && until === '')}
          loading={deed.isPending}
        >
          {t('forms.propose')}
        </Button>
        <Button onClick={onDone}>{t('change.cancel')}</Button>
      </div>
    </form>
  );
}
