/** 方案模板库: schemes to begin with, each with where it comes from; one becomes a scheme of one's own for a year. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { useMay } from '../api/me';
import { amount } from '../parts/amount';
import { Field, wrongIn } from '../parts/field';
import { Loading, Missing, Wrong, useWords } from '../parts/states';
import './assessment.css';
import { documentDoors } from './scheme-doors';
import './scheme-documents.css';
import { Upper } from './upper';
import { useSaid } from './use-said';

const templatesQuery = (tier: UpperTier) =>
  queryOptions({
    queryKey: ['scheme templates'],
    staleTime: Infinity,
    queryFn: () => got(api.GET(documentDoors[tier].templates)),
  });

export function SchemeLibrary() {
  return <Upper>{(tier) => <Page tier={tier} />}</Upper>;
}

function Page({ tier }: { tier: UpperTier }) {
  const { t } = useTranslation();
  const may = useMay();
  const templates = useQuery(templatesQuery(tier));
  if (!may('assessment.conduct')) return <Missing />;
  if (templates.isPending) return <Loading />;
  if (templates.data === undefined) return <Wrong error={templates.error} />;
  return (
    <>
      <h1>{t('schemes.library')}</h1>
      <p>{t('schemes.libraryHelp')}</p>
      {templates.data.items.map((template) => (
        <Template key={template.code} tier={tier} template={template} />
      ))}
    </>
  );
}

function Template({ tier, template }: { tier: UpperTier; template: Schemas['SchemeTemplateSummary'] }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { code, title, source, fullMarks, warnings } = template;
  return (
    <section className="template" aria-labelledby={`template-${code}`}>
      <h2 id={`template-${code}`}>
        {title} <small>{t('assessment.full', { marks: amount(fullMarks) })}</small>
      </h2>
      <p>{said(source)}</p>
      {warnings.length > 0 && (
        <>
          <p className="hint">{t('schemes.warnings')}</p>
          <ul className="hint">
            {warnings.map((words) => (
              <li key={words.zh}>{said(words)}</li>
            ))}
          </ul>
        </>
      )}
      <Begin tier={tier} template={template} />
    </section>
  );
}

function Begin({
  tier,
  template: { code, choosesFacts },
}: {
  tier: UpperTier;
  template: Schemas['SchemeTemplateSummary'];
}) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [year, setYear] = useState(String(dayjs().year()));
  const [facts, setFacts] = useState<'stated' | 'tasks'>('stated');
  const make = useMutation({
    mutationFn: () => {
      const body = { year: Number(year), ...(choosesFacts ? { facts } : {}) };
      return got(api.POST(documentDoors[tier].templateSchemes, { params: { path: { code } }, body }));
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['schemes'] });
      await navigate({ to: '/schemes/$id', params: { id } });
    },
  });
  const wrong = wrongIn(make.error, 'year');
  return (
    <form
      className="begin"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <Field label={t('schemes.year')} wrong={wrong}>
        {(given) => (
          <Input {...given} inputMode="numeric" value={year} onChange={({ target }) => setYear(target.value)} />
        )}
      </Field>
      {choosesFacts && (
        <Field label={t('schemes.facts.title')}>
          {(given) => (
            <select
              {...given}
              className="pick-one"
              value={facts}
              onChange={({ target }) => setFacts(target.value === 'tasks' ? 'tasks' : 'stated')}
            >
              <option value="stated">{t('schemes.facts.stated')}</option>
              <option value="tasks">{t('schemes.facts.tasks')}</option>
            </select>
          )}
        </Field>
      )}
      <Button type="primary" htmlType="submit" loading={make.isPending}>
        {t('schemes.begin')}
      </Button>
      {make.isError && wrong === undefined && <Alert type="error" showIcon role="alert" title={words(make.error)} />}
    </form>
  );
}
