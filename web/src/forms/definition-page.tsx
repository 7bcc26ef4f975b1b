/** One form as it is defined (报表定义): its versions and what each changed, another version, retired and taken up again. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { useMay, useTier } from '../api/me';
import { useDeed } from '../course/use-deed';
import { wrongIn } from '../parts/field';
import { Loading, Missing, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { definitionQuery, formKey, versionsQuery } from './form-data';
import { FormEditor } from './form-editor';
import { FormPreview } from './form-preview';
import { PeriodChoice, PeriodName, periodNow } from './period-name';
import { deskKey } from '../desk/desk';
import { ReasonDeed } from '../parts/reason-deed';
import { Differences } from './trial';
import './forms.css';
import './form-design.css';

export function DefinitionPage() {
  const { id } = useParams({ from: '/inside/forms/$id/definition' });
  const district = useTier() === 'district';
  const form = useQuery({ ...definitionQuery(id), enabled: district });
  if (!district) return <Missing />;
  if (form.isPending) return <Loading />;
  if (form.data === undefined) return <Wrong error={form.error} />;
  return <Page key={`${id} ${form.data.version}`} form={form.data} />;
}

function Page({ form }: { readonly form: Schemas['FormDetail'] }) {
  const { t } = useTranslation();
  const defines = useMay()('form.define');
  const { id, name, version, definition, periodKind, lastPeriod, fromPeriod } = form;
  const now = periodNow(periodKind);
  const [from, setFrom] = useState(now < fromPeriod ? fromPeriod : now);
  return (
    <article className="forms">
      <h1>
        {name} <small>{t('formDesign.version', { version })}</small>
      </h1>
      <p className="hint">
        {t(`forms.every.${periodKind}`)} · {form.programme} · {form.code}
        {lastPeriod !== null && (
          <>
            {' '}
            · {t('formDesign.retiredAfter')} <PeriodName period={lastPeriod} />
          </>
        )}
      </p>
      <Versions id={id} />
      {defines ? (
        <>
          <Retirement form={form} />
          {lastPeriod === null && (
            <>
              <h2>{t('formDesign.another')}</h2>
              <p className="hint">{t('formDesign.anotherHint')}</p>
              <FormEditor
                start={definition}
                id={id}
                period={from}
                head={(error) => (
                  <PeriodChoice
                    label={t('formDesign.fromPeriod')}
                    help={t('formDesign.fromPeriodHelp')}
                    kind={periodKind}
                    value={from}
                    wrong={wrongIn(error, 'fromPeriod')}
                    onPeriod={setFrom}
                  />
                )}
                publish={(next, reason) =>
                  got(
                    api.PUT('/api/v1/district/forms/{id}', {
                      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
                      body: { definition: next, fromPeriod: from, reason },
                    }),
                  )
                }
              />
            </>
          )}
        </>
      ) : (
        <FormPreview definition={definition} />
      )}
      <p className="no-print">
        <Link to="/forms">{t('forms.back')}</Link>
      </p>
    </article>
  );
}

function Versions({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(versionsQuery(id));
  if (data === undefined) return null;
  return (
    <section className="part" aria-label={t('formDesign.versions')}>
      <h2>{t('formDesign.versions')}</h2>
      <ol className="form-design-versions">
        {data.items.map(({ version, fromPeriod, reason, publishedBy, publishedAt, differences }) => (
          <li key={version}>
            <strong>{t('formDesign.version', { version })}</strong> <PeriodName period={fromPeriod} />
            {t('formDesign.on')} · {publishedBy} <Time at={publishedAt} />
            <p className="note">{reason}</p>
            <Differences differences={differences} />
          </li>
        ))}
      </ol>
      {data.total > data.items.length && <p className="hint">{t('formDesign.more', { count: data.total })}</p>}
    </section>
  );
}

/** Nothing is owed after its last period. */
function Retirement({ form: { id, lastPeriod, periodKind } }: { readonly form: Schemas['FormDetail'] }) {
  const { t } = useTranslation();
  const [last, setLast] = useState(periodNow(periodKind));
  const at = { params: { path: { id } } };
  const resume = useDeed({ run: () => got(api.DELETE('/api/v1/district/forms/{id}/retirement', at)), of: formKey });
  if (lastPeriod !== null)
    return (
      <Button loading={resume.isPending} onClick={() => resume.mutate()}>
        {t('formDesign.resume')}
      </Button>
    );
  return (
    <details>
      <summary>{t('formDesign.retire')}</summary>
      <PeriodChoice
        label={t('formDesign.lastPeriod')}
        help={t('formDesign.lastPeriodHelp')}
        kind={periodKind}
        value={last}
        wrong={undefined}
        onPeriod={setLast}
      />
      <ReasonDeed
        open={t('formDesign.retire')}
        of={[formKey, deskKey]}
        most={1000}
        reason={t('forms.reason')}
        run={(reason) =>
          got(api.POST('/api/v1/district/forms/{id}/retirement', { ...at, body: { lastPeriod: last, reason } }))
        }
      />
    </details>
  );
}
