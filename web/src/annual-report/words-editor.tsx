/** The words as they are being written: sections with their mistakes at their place, the preview beside them, and publishing. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, api, got } from '../api/client';
import { useMe } from '../api/me';
import { useCalm } from '../parts/calm';
import { Field, wrongIn } from '../parts/field';
import { forget, keep, kept } from '../parts/kept';
import { Restored } from '../parts/restored';
import { useWords } from '../parts/states';
import { annualKey } from './annual-report-data';
import { FigurePicker } from './figure-picker';
import { SectionFields } from './section-fields';
import { useCaret } from './use-caret';
import {
  type Draft,
  type DraftSection,
  type KeptWords,
  MOST_SECTIONS,
  type Template,
  draftOf,
  givenOf,
  newSection,
  standardQuery,
  templateQuery,
  trialQuery,
  wordsKey,
} from './words-data';
import { WordsPreview } from './words-preview';
import { WrittenField } from './written-field';

interface Props {
  readonly template: Template;
  readonly year: number;
}

export function WordsEditor({ template, year }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { officer } = useMe();
  const key = wordsKey(officer.id);
  const [earlier, setEarlier] = useState(() => kept(key) as KeptWords | null);
  const [start] = useState(() => draftOf(template));
  // sections typed earlier get names of this page
  const [draft, setDraft] = useState<Draft>(() => (earlier === null ? start : draftOf(earlier.draft)));
  const [reason, setReason] = useState(earlier?.reason ?? '');
  const [seen, setSeen] = useState(earlier?.version ?? template.version);
  useEffect(() => {
    if (draft !== start || reason !== '')
      keep(key, { draft: givenOf(draft), reason, version: seen } satisfies KeptWords);
  }, [key, start, draft, reason, seen]);
  const calm = useCalm(draft);
  const trial = useQuery(trialQuery(calm, year));
  const standard = useQuery(standardQuery);
  const caret = useCaret();
  const set = (id: string, part: Partial<DraftSection>) =>
    setDraft((before) => ({
      ...before,
      sections: before.sections.map((section) => (section.id === id ? { ...section, ...part } : section)),
    }));
  const publish = useMutation({
    mutationFn: () =>
      got(
        api.PUT('/api/v1/district/annual-report-template', {
          params: { header: { 'If-Match': `"${seen}"` } },
          body: { ...givenOf(draft), reason },
        }),
      ),
    onSuccess: async () => {
      forget(key);
      setEarlier(null);
      await client.invalidateQueries({ queryKey: annualKey });
      void message.success(t('annual.wordsPublished'));
    },
  });
  const faults = trial.data?.faults ?? [];
  const faultsAt = (field: string) => faults.filter((fault) => fault.field === field);
  const move = (no: number, by: number) => {
    const sections = [...draft.sections];
    const [moved] = sections.splice(no, 1);
    if (moved !== undefined) sections.splice(no + by, 0, moved);
    setDraft({ ...draft, sections });
  };
  const bare = draft.title.trim() === '' || draft.sections.some(({ heading }) => heading.trim() === '');
  const taken = publish.error instanceof Problem && publish.error.status === 412;
  return (
    <form
      className="words-desk"
      aria-label={t('annual.words')}
      onSubmit={(event) => {
        event.preventDefault();
        publish.mutate();
      }}
    >
      <div>
        {earlier !== null && (
          <Restored
            onDiscard={() => {
              forget(key);
              setEarlier(null);
              setDraft(start);
              setReason('');
              setSeen(template.version);
              publish.reset();
            }}
          />
        )}
        <WrittenField
          label={t('annual.reportTitle')}
          value={draft.title}
          most={100}
          faults={faultsAt('title')}
          caret={caret}
          onValue={(title) => setDraft((before) => ({ ...before, title }))}
        />
        {draft.sections.map((section, no) => (
          <SectionFields
            key={section.id}
            section={section}
            no={no}
            last={no === draft.sections.length - 1}
            faultsAt={faultsAt}
            caret={caret}
            onSection={(part) => set(section.id, part)}
            onMove={(by) => move(no, by)}
            onRemove={() => setDraft({ ...draft, sections: draft.sections.filter(({ id }) => id !== section.id) })}
          />
        ))}
        <div className="deeds">
          <Button
            disabled={draft.sections.length >= MOST_SECTIONS}
            onClick={() => setDraft({ ...draft, sections: [...draft.sections, newSection()] })}
          >
            {t('annual.addSection')}
          </Button>
          {standard.data !== undefined && (
            <Button onClick={() => setDraft(draftOf(standard.data))}>{t('annual.backToStandard')}</Button>
          )}
        </div>
        <Field label={t('annual.whyWords')} wrong={wrongIn(publish.error, 'reason')}>
          {(given) => (
            <Input {...given} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
        {taken ? (
          <Taken
            onMine={(version) => {
              setSeen(version);
              publish.reset();
            }}
            onTheirs={(theirs) => {
              setSeen(theirs.version);
              setDraft(draftOf(theirs));
              publish.reset();
            }}
          />
        ) : (
          publish.error !== null && <Refused error={publish.error} />
        )}
        <div className="deeds">
          <Button
            type="primary"
            htmlType="submit"
            loading={publish.isPending}
            disabled={reason.trim() === '' || bare || draft.sections.length === 0 || faults.length > 0}
          >
            {t('annual.publishWords')}
          </Button>
          {faults.length > 0 && <span role="status">{t('annual.faultsLeft', { count: faults.length })}</span>}
          {faults.length === 0 && bare && <span className="hint">{t('annual.headingsLeft')}</span>}
        </div>
      </div>
      <div className="words-side">
        <FigurePicker year={year} onPut={caret.put} />
        <WordsPreview trial={trial} />
      </div>
    </form>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const words = useWords();
  return <Alert type="error" showIcon role="alert" title={words(error)} />;
}

interface TakenProps {
  readonly onMine: (version: number) => void;
  readonly onTheirs: (theirs: Template) => void;
}

/** Somebody published other words meanwhile: neither is written over before one is chosen. */
function Taken({ onMine, onTheirs }: TakenProps) {
  const { t } = useTranslation();
  const theirs = useQuery({ ...templateQuery, queryKey: [...templateQuery.queryKey, 'theirs'], gcTime: 0 });
  if (theirs.data === undefined) return theirs.isError ? <Refused error={theirs.error} /> : null;
  const { data } = theirs;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={
        <>
          {t('annual.wordsTaken', { name: data.publishedBy, version: data.version, reason: data.reason })}
          <div className="deeds">
            <Button onClick={() => onMine(data.version)}>{t('annual.keepMine')}</Button>
            <Button onClick={() => onTheirs(data)}>{t('annual.takeTheirs')}</Button>
          </div>
        </>
      }
    />
  );
}
