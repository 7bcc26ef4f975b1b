/** What a list of entries is narrowed by: state, union, days, and one of its listed fields. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnionSelect } from '../administration/union-select';
import { useMe, useTier } from '../api/me';
import { unionsQuery } from '../api/unions';
import { type EntrySearch, type Field, isRange, statuses } from './data';

interface Props {
  readonly fields: readonly Field[];
  readonly search: EntrySearch;
  readonly go: (next: EntrySearch) => void;
}

export function EntryFilter({ fields, search, go }: Props) {
  const { t } = useTranslation();
  const tier = useTier();
  const listed = fields.filter((field) => field.listed && field.kind !== 'union');
  const field = listed.find(({ key }) => key === search.field);
  return (
    <div className="filters ledger-filter">
      <label>
        {t('ledger.status')}
        <select
          className="choice"
          value={search.state ?? ''}
          onChange={({ target }) => go({ state: target.value || undefined })}
        >
          <option value="">{t('ledger.all')}</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {t(`ledger.is.${status}`)}
            </option>
          ))}
        </select>
      </label>
      {tier !== 'community' && <Unions value={search.unionId} go={go} />}
      <Said label={t('ledger.from')} type="date" value={search.from} onSaid={(from) => go({ from })} />
      <Said label={t('ledger.to')} type="date" value={search.to} onSaid={(to) => go({ to })} />
      <label>
        {t('ledger.field')}
        <select
          className="choice"
          value={search.field ?? ''}
          onChange={({ target }) => go({ field: target.value || undefined, value: undefined, upTo: undefined })}
        >
          <option value="">{t('ledger.noField')}</option>
          {listed.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {field !== undefined && <FieldFilter key={field.key} field={field} search={search} go={go} />}
    </div>
  );
}

function FieldFilter({ field, search, go }: { field: Field; search: EntrySearch; go: Props['go'] }) {
  const { t } = useTranslation();
  const { kind, name, choices = [] } = field;
  if (kind === 'choice')
    return (
      <label>
        {name}
        <select
          className="choice"
          value={search.value ?? ''}
          onChange={({ target }) => go({ value: target.value || undefined })}
        >
          <option value="">{t('ledger.all')}</option>
          {choices.map(({ code, name: label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </label>
    );
  const type = kind === 'day' ? 'date' : 'text';
  if (!isRange(field))
    return (
      <Said label={t('ledger.begins', { name })} type="text" value={search.value} onSaid={(value) => go({ value })} />
    );
  return (
    <>
      <Said label={t('ledger.least', { name })} type={type} value={search.value} onSaid={(value) => go({ value })} />
      <Said label={t('ledger.most', { name })} type={type} value={search.upTo} onSaid={(upTo) => go({ upTo })} />
    </>
  );
}

interface SaidProps {
  readonly label: string;
  readonly type: 'text' | 'date';
  readonly value: string | undefined;
  readonly onSaid: (value: string | undefined) => void;
}

/** Asked for once it has been said, not at every letter. */
function Said({ label, type, value, onSaid }: SaidProps) {
  const [typed, setTyped] = useState(value ?? '');
  const say = () => typed !== (value ?? '') && onSaid(typed === '' ? undefined : typed);
  return (
    <label>
      {label}
      <input
        className="choice"
        type={type}
        value={typed}
        maxLength={100}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={say}
        onKeyDown={({ key }) => key === 'Enter' && say()}
      />
    </label>
  );
}

function Unions({ value, go }: { value: string | undefined; go: Props['go'] }) {
  const { t } = useTranslation();
  const me = useMe();
  const unions = useQuery(unionsQuery);
  const below = (unions.data ?? []).filter(({ id }) => id !== me.union.id);
  return (
    <label>
      {t('ledger.union')}
      <UnionSelect
        unions={below}
        value={value ?? ''}
        all={t('ledger.allUnions')}
        onChange={(unionId) => go({ unionId: unionId === '' ? undefined : unionId })}
      />
    </label>
  );
}
