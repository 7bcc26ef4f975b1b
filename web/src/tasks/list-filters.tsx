/** The filters above the list of tasks; what is set stands in the address. */
import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TaskSearch, lights, orders, statuses } from './task-search';

interface Props {
  readonly search: TaskSearch & { year: number };
  readonly programmes: readonly string[];
}

const WAIT_MS = 300;

export function ListFilters({ search, programmes }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const filter = (part: Partial<TaskSearch>) =>
    void navigate({ to: '/tasks', search: (before) => ({ ...before, page: undefined, ...part }), replace: true });
  const [q, setQ] = useState(search.q ?? '');
  useEffect(() => setQ(search.q ?? ''), [search.q]);
  useEffect(() => {
    const words = q.trim() || undefined;
    if (words === search.q) return undefined;
    const timer = setTimeout(() => filter({ q: words }), WAIT_MS);
    return () => clearTimeout(timer);
  });
  const set = Object.entries(search).some(([key, value]) => key !== 'year' && key !== 'page' && value !== undefined);
  return (
    <div className="filters no-print" role="search">
      <Labelled label={t('task.year')}>
        <Input
          className="year"
          type="number"
          min={1949}
          max={2200}
          value={search.year}
          onChange={({ target: { value } }) => /^\d{4}$/.test(value) && filter({ year: Number(value) })}
        />
      </Labelled>
      <Labelled label={t('task.status')}>
        <Choice
          value={search.status}
          options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          onChoose={(status) => filter({ status })}
        />
      </Labelled>
      <Labelled label={t('tree.light')}>
        <Choice
          value={search.light}
          options={lights.map((value) => ({ value, label: t(`light.${value}`) }))}
          onChoose={(light) => filter({ light })}
        />
      </Labelled>
      <Labelled label={t('task.programme')}>
        <Choice
          value={search.programme}
          options={programmes.map((value) => ({ value, label: value }))}
          onChoose={(programme) => filter({ programme })}
        />
      </Labelled>
      <Labelled label={t('task.sort')}>
        <select
          value={search.sort ?? 'dueOn'}
          onChange={({ target: { value } }) =>
            filter({ sort: value === 'dueOn' ? undefined : orders.find((one) => one === value) })
          }
        >
          {orders.map((order) => (
            <option key={order} value={order}>
              {t(`task.order.${order}`)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={t('task.find')}>
        <Input type="search" maxLength={100} value={q} onChange={({ target: { value } }) => setQ(value)} />
      </Labelled>
      {set && (
        <button
          type="button"
          className="plain"
          onClick={() => void navigate({ to: '/tasks', search: { year: search.year }, replace: true })}
        >
          {t('task.reset')}
        </button>
      )}
    </div>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <label>
      <span>{label}</span>
      {children}
    </label>
  );
}

interface ChoiceProps<T extends string> {
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChoose: (value: T | undefined) => void;
}

function Choice<T extends string>({ value, options, onChoose }: ChoiceProps<T>) {
  const { t } = useTranslation();
  const known = options.some((option) => option.value === value);
  return (
    <select
      value={value ?? ''}
      onChange={({ target }) => onChoose(options.find((option) => option.value === target.value)?.value)}
    >
      <option value="">{t('task.all')}</option>
      {!known && value !== undefined && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
