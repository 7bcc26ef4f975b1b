/** The entries of a page in a table, sorted by any column; those that wait for the reader's union can be chosen. */
import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { EntrySearch, Field } from './data';
import type { Choice } from './entry-decisions';
import { said } from './said';

interface Props {
  readonly data: Schemas['LedgerEntryList'];
  readonly listed: readonly Field[];
  readonly sort: string;
  readonly go: (next: EntrySearch) => void;
  readonly choice: Choice;
}

export function EntryTable({ data, listed, sort, go, choice }: Props) {
  const { t } = useTranslation();
  if (data.items.length === 0) return <p className="hint">{t('ledger.empty')}</p>;
  const head = (key: string, label: string) => (
    <th key={key} scope="col" aria-sort={sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none'}>
      <button type="button" className="plain" onClick={() => go({ order: sort === `-${key}` ? key : `-${key}` })}>
        {label}
        {sort === key ? ' ↑' : sort === `-${key}` ? ' ↓' : ''}
      </button>
    </th>
  );
  return (
    <div className="wide" role="region" aria-label={t('ledger.entries')} tabIndex={0}>
      <table className="grid">
        <thead>
          <tr>
            {choice.offered.length > 0 && (
              <th scope="col" className="no-print">
                <Checkbox
                  aria-label={t('ledger.chooseAll')}
                  checked={choice.all}
                  indeterminate={!choice.all && choice.chosen.size > 0}
                  onChange={({ target }) => choice.chooseAll(target.checked)}
                />
              </th>
            )}
            {head('day', t('ledger.day'))}
            <th scope="col">{t('ledger.union')}</th>
            {listed.map(({ key, name, unit }) => head(key, unit === undefined ? name : `${name}（${unit}）`))}
            <th scope="col">{t('ledger.status')}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map(({ id, day, unionName, values, status, files, decidable }) => (
            <tr key={id}>
              {choice.offered.length > 0 && (
                <td className="no-print">
                  {decidable && (
                    <Checkbox
                      aria-label={t('ledger.chooseOne', { day, union: unionName })}
                      checked={choice.chosen.has(id)}
                      onChange={({ target }) => choice.choose(id, target.checked)}
                    />
                  )}
                </td>
              )}
              <th scope="row">
                <Link to="/ledger-entries/$id" params={{ id }}>
                  {day}
                </Link>
              </th>
              <td>{unionName}</td>
              {listed.map((field) => (
                <td key={field.key} data-label={field.name}>
                  {said(field, (values as Record<string, unknown>)[field.key], data.unions)}
                </td>
              ))}
              <td>
                <span className={`entry-status entry-${status}`}>{t(`ledger.is.${status}`)}</span>
                {files > 0 && <small className="hint"> {t('ledger.files', { count: files })}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
