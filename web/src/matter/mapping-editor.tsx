/** The mapping of a source, as tables or as JSON. */
import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Field } from '../parts/field';
import { MappingTable } from './mapping-table';
import { NoJson, isMapping, readJson } from './mapping-text';
import { asText } from './sample';

/** Tables and what they hold, or JSON as it was typed. */
export type MappingDraft = Schemas['CaseMappingDto'] | string;

/** What is sent. Throws NoJson. */
export const mappingOf = (draft: MappingDraft): Schemas['CaseMappingDto'] =>
  typeof draft === 'string' ? (readJson('mapping', draft) as Schemas['CaseMappingDto']) : draft;

interface Props {
  readonly draft: MappingDraft;
  readonly onDraft: (draft: MappingDraft) => void;
  readonly wrong: (place: string) => string | undefined;
}

export function MappingEditor({ draft, onDraft, wrong }: Props) {
  const { t } = useTranslation();
  const [unshown, setUnshown] = useState<string>();
  const show = (view: string | number) => {
    setUnshown(undefined);
    if (typeof draft !== 'string') return view === 'json' ? onDraft(asText(draft)) : undefined;
    if (view === 'json') return undefined;
    try {
      const read = readJson('mapping', draft);
      if (isMapping(read)) return onDraft(read);
      return setUnshown(t('matter.noMapping'));
    } catch (error) {
      return setUnshown(t('matter.notJson', { where: error instanceof NoJson ? error.message : '' }));
    }
  };
  return (
    <fieldset className="mapping-editor">
      <legend>{t('matter.mapping')}</legend>
      <Segmented
        aria-label={t('matter.view')}
        value={typeof draft === 'string' ? 'json' : 'table'}
        onChange={show}
        options={[
          { value: 'table', label: t('matter.asTable') },
          { value: 'json', label: t('matter.asJson') },
        ]}
      />
      {typeof draft === 'string' ? (
        <Field label={t('matter.mappingJson')} help={t('matter.mappingHint')} wrong={unshown ?? wrong('mapping')}>
          {(given) => (
            <Input.TextArea
              {...given}
              className="case-json"
              spellCheck={false}
              autoSize={{ minRows: 8, maxRows: 24 }}
              value={draft}
              onChange={({ target }) => onDraft(target.value)}
            />
          )}
        </Field>
      ) : (
        <MappingTable mapping={draft} onChange={onDraft} wrong={wrong} />
      )}
    </fieldset>
  );
}
