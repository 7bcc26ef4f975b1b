/** The mapping of a source as tables (字段映射): where our fields stand in their body, and what their codes mean here. */
import { Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { kinds } from './matter-data';
import { RowTable } from './row-table';
import { UnionChoice } from './union-choice';

type Mapping = Schemas['CaseMappingDto'];
type FieldName = keyof Mapping['fields'];

const names = ['title', 'content', 'kind', 'area', 'occurredAt', 'receivedAt', 'dueOn'] as const;
const needed: readonly FieldName[] = ['title', 'content'];

interface Props {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
  /** What was refused at a place such as `mapping.kinds[0].theirs`. */
  readonly wrong: (place: string) => string | undefined;
}

export function MappingTable({ mapping, onChange, wrong }: Props) {
  const { t } = useTranslation();
  const { fields, workingDays } = mapping;
  const change = (part: Partial<Mapping>) => onChange({ ...mapping, ...part });
  return (
    <div className="mapping">
      <RowTable
        title={t('matter.fields')}
        hint={t('matter.fieldsHint')}
        place="mapping.fields"
        wrong={wrong}
        rows={names.map((name) => ({ name, path: fields[name] ?? '' }))}
        at={({ name }) => `mapping.fields.${name}`}
        columns={[
          {
            title: t('matter.ours'),
            cell: ({ name }) => `${t(`matter.field.${name}`)}${needed.includes(name) ? '' : t('matter.optional')}`,
          },
          {
            title: t('matter.path'),
            cell: ({ name, path }) => (
              <Input
                value={path}
                maxLength={200}
                spellCheck={false}
                autoComplete="off"
                aria-label={`${t(`matter.field.${name}`)} ${t('matter.path')}`}
                onChange={({ target }) =>
                  change({ fields: { ...fields, [name]: target.value || (needed.includes(name) ? '' : null) } })
                }
              />
            ),
          },
        ]}
      />
      <RowTable
        title={t('matter.kinds')}
        hint={t('matter.kindsHint')}
        place="mapping.kinds"
        wrong={wrong}
        rows={mapping.kinds}
        fresh={{ theirs: '', kind: 'other' as const, programme: null }}
        onRows={(rows) => change({ kinds: rows })}
        columns={[
          { title: t('matter.theirs'), cell: (row, set, no) => theirs(row.theirs, no, set) },
          {
            title: t('matter.kindIs'),
            cell: (row, set, no) => (
              <select
                className="choice"
                value={row.kind}
                aria-label={`${t('matter.kindIs')} ${no}`}
                onChange={({ target }) => set({ kind: kinds.find((each) => each === target.value) ?? 'other' })}
              >
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`matter.kind.${kind}`)}
                  </option>
                ))}
              </select>
            ),
          },
          {
            title: `${t('matter.programme')}${t('matter.optional')}`,
            cell: (row, set, no) => (
              <Input
                value={row.programme ?? ''}
                maxLength={100}
                aria-label={`${t('matter.programme')} ${no}`}
                onChange={({ target }) => set({ programme: target.value || null })}
              />
            ),
          },
        ]}
      />
      <RowTable
        title={t('matter.areas')}
        hint={t('matter.areasHint')}
        place="mapping.areas"
        wrong={wrong}
        rows={mapping.areas}
        fresh={{ theirs: '', unionCode: '' }}
        onRows={(rows) => change({ areas: rows })}
        columns={[
          { title: t('matter.theirs'), cell: (row, set, no) => theirs(row.theirs, no, set) },
          {
            title: t('matter.union'),
            cell: (row, set, no) => (
              <UnionChoice
                code={row.unionCode}
                label={`${t('matter.union')} ${no}`}
                onCode={(unionCode) => set({ unionCode })}
              />
            ),
          },
        ]}
      />
      <RowTable
        title={t('matter.statuses')}
        hint={t('matter.statusesHint')}
        place="mapping.statuses"
        wrong={wrong}
        rows={mapping.statuses}
        onEdit={(rows) => change({ statuses: rows })}
        columns={[
          { title: t('matter.ours'), cell: ({ status }) => t(`matter.status.${status}`) },
          { title: t('matter.theirs'), cell: (row, set, no) => theirs(row.theirs, no, set) },
          {
            title: t('matter.theirWords'),
            cell: (row, set, no) => (
              <Input
                value={row.words}
                maxLength={100}
                aria-label={`${t('matter.theirWords')} ${no}`}
                onChange={({ target }) => set({ words: target.value })}
              />
            ),
          },
        ]}
      />
      <label className="mapping-days">
        {t('matter.workingDays')}{' '}
        <InputNumber
          min={1}
          max={250}
          precision={0}
          value={workingDays}
          onChange={(days) => change({ workingDays: days ?? 1 })}
        />
      </label>
    </div>
  );

  function theirs(value: string, no: number, set: (part: { theirs: string }) => void) {
    return (
      <Input
        value={value}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        aria-label={`${t('matter.theirs')} ${no}`}
        onChange={({ target }) => set({ theirs: target.value })}
      />
    );
  }
}
