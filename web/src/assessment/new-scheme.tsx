/** A new scheme: from one of one's own, from the API's example, or from nothing. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, Unreachable } from '../api/client';
import type { UpperTier } from '../api/doors';
import { useMay, useMe } from '../api/me';
import { Loading, Missing, Wrong } from '../parts/states';
import { schemeQuery, schemesQuery } from './assessment-data';
import './assessment.css';
import { type Definition, definitionIn } from './definition';
import { kept } from '../parts/kept';
import { copyOrigin, schemeKey } from './kept';
import { type SchemeDraft, copyFor, draftOf, newScheme } from './scheme-draft';
import { SchemeEditor } from './scheme-editor';
import { Upper } from './upper';

export function NewScheme() {
  return <Upper>{(tier) => <Page tier={tier} />}</Upper>;
}

function Page({ tier }: { tier: UpperTier }) {
  const { t } = useTranslation();
  const may = useMay();
  const { from } = useSearch({ from: '/inside/schemes/new' });
  if (!may('assessment.conduct')) return <Missing />;
  return (
    <>
      <h1>{t('assessment.newScheme')}</h1>
      {from === undefined ? <Beginning tier={tier} /> : <Copy key={from} tier={tier} from={from} />}
    </>
  );
}

function Copy({ tier, from }: { tier: UpperTier; from: string }) {
  const scheme = useQuery(schemeQuery(tier, from));
  if (scheme.isPending) return <Loading />;
  if (scheme.data === undefined) return <Wrong error={scheme.error} />;
  const year = Math.max(scheme.data.year + 1, dayjs().year());
  return (
    <SchemeEditor tier={tier} origin={copyOrigin(from)} start={copyFor(year, scheme.data, definitionIn(scheme.data))} />
  );
}

/** The example in the API's own document; asked for only by who has nothing to copy. */
const exampleQuery = queryOptions({
  queryKey: ['scheme example'],
  staleTime: Infinity,
  queryFn: async (): Promise<Definition> => {
    const response = await fetch('/api/openapi.json');
    if (!response.ok) throw new Unreachable(response.statusText);
    const document = (await response.json()) as {
      components: { schemas: { SchemeDefinition: { example: Definition } } };
    };
    return document.components.schemas.SchemeDefinition.example;
  },
});

function Beginning({ tier }: { tier: UpperTier }) {
  const { officer } = useMe();
  const schemes = useQuery(schemesQuery(tier));
  const [start, setStart] = useState<SchemeDraft | undefined>(
    () => (kept(schemeKey(officer.id, 'new')) as { draft: SchemeDraft } | null)?.draft,
  );
  if (start !== undefined)
    return <SchemeEditor tier={tier} origin="new" start={start} onDiscard={() => setStart(undefined)} />;
  if (schemes.isPending) return <Loading />;
  if (schemes.data === undefined) return <Wrong error={schemes.error} />;
  return <Choice schemes={schemes.data} onStart={setStart} />;
}

interface ChoiceProps {
  schemes: readonly Schemas['SchemeView'][];
  onStart: (start: SchemeDraft) => void;
}

function Choice({ schemes, onStart }: ChoiceProps) {
  const { t } = useTranslation();
  const example = useQuery({ ...exampleQuery, enabled: schemes.length === 0 });
  const year = dayjs().year();
  const nothing = () => onStart(newScheme(year));
  return (
    <>
      {schemes.length > 0 && (
        <section>
          <h2>{t('assessment.copyFrom')}</h2>
          <ul>
            {schemes.map((scheme) => (
              <li key={scheme.id}>
                <Link to="/schemes/new" search={{ from: scheme.id }}>
                  {scheme.title} <span className="hint">{t('assessment.inYear', { year: scheme.year })}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="deeds">
        {schemes.length === 0 && (
          <Button
            type="primary"
            loading={example.isPending}
            disabled={example.data === undefined}
            onClick={() => example.data && onStart(draftOf(year, '', example.data))}
          >
            {t('assessment.fromExample')}
          </Button>
        )}
        <Button onClick={nothing}>{t('assessment.fromNothing')}</Button>
      </div>
    </>
  );
}
