/** The saved filters to pick from, and a field to save the one that is set. */
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import { forgetFilter, sameSearch, saveFilter, savedFilters } from './saved-filters';
import type { TaskSearch } from './task-search';

export function SavedBar({ search }: { readonly search: TaskSearch }) {
  const { t } = useTranslation();
  const { officer } = useMe();
  const [saved, setSaved] = useState(() => savedFilters(officer.id));
  const [name, setName] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    setSaved(saveFilter(officer.id, { name: name.trim(), search: { ...search, page: undefined } }));
    setName('');
  };
  return (
    <div className="filters saved-filters no-print">
      <span>{t('saved.title')}</span>
      {saved.map((one) => (
        <span key={one.name} className="saved">
          <Link
            to="/tasks"
            search={one.search}
            aria-current={sameSearch(one.search, search) ? 'true' : undefined}
            activeProps={{ className: '' }}
          >
            {one.name}
          </Link>
          <button
            type="button"
            className="plain"
            aria-label={t('saved.forget', { name: one.name })}
            onClick={() => setSaved(forgetFilter(officer.id, one.name))}
          >
            ×
          </button>
        </span>
      ))}
      <form className="saved-new" onSubmit={save}>
        <Input
          aria-label={t('saved.name')}
          placeholder={t('saved.name')}
          maxLength={20}
          value={name}
          onChange={({ target: { value } }) => setName(value)}
        />
        <Button htmlType="submit" disabled={name.trim() === ''}>
          {t('saved.save')}
        </Button>
      </form>
    </div>
  );
}
