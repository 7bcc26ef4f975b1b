/** The tasks of one's own union; what is filtered stands in the address. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { readDoors } from '../api/doors';
import { useMay, useTier } from '../api/me';
import { amount, percent } from '../parts/amount';
import { Light } from '../parts/light';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import type { TaskSearch } from '../router';
import { boardQuery } from './task-data';
import { Wide } from '../parts/wide';

const statuses = ['assigned', 'signed', 'withdrawn'] as const;
const SIZE = 100;

export function TaskList() {
  const { t } = useTranslation();
  const tier = useTier();
  const may = useMay();
  const search = useSearch({ from: '/inside/tasks' });
  const navigate = useNavigate();
  const [find, setFind] = useState('');
  const year = search.year ?? dayjs().year();
  const page = search.page ?? 1;
  const status = statuses.find((one) => one === search.status);
  const query = { year, status, programme: search.programme, page, pageSize: SIZE };
  const tasks = useQuery({
    queryKey: ['tasks', tier, query],
    queryFn: () => got(api.GET(readDoors[tier].tasks, { params: { query } })),
    placeholderData: keepPreviousData,
  });
  const board = useQuery(boardQuery(year));
  if (tasks.isPending) return <Loading />;
  if (tasks.data === undefined) return <Wrong error={tasks.error} />;
  const rows = new Map(board.data?.tasks.map((row) => [row.taskId, row]));
  const filter = (part: Partial<TaskSearch>) =>
    void navigate({ to: '/tasks', search: { ...search, page: undefined, ...part } });
  const shown = tasks.data.items.filter(({ title }) => title.includes(find.trim()));
  const programmes = [...new Set(board.data?.tasks.map(({ programme }) => programme))].toSorted();
  const all = { value: '', label: t('task.all') };
  return (
    <>
      <h1>{t('task.list')}</h1>
      {tier === 'district' && may('task.assign') && (
        <p>
          <Link className="deed" to="/new-task">
            {t('newTask.title')}
          </Link>
        </p>
      )}
      <div className="filters">
        <Field label={t('task.year')}>
          <Input
            className="year"
            type="number"
            min={1949}
            max={2200}
            value={year}
            onChange={({ target: { value } }) => /^\d{4}$/.test(value) && filter({ year: Number(value) })}
          />
        </Field>
        <Field label={t('task.status')}>
          <Select
            value={status ?? ''}
            options={[all, ...statuses.map((value) => ({ value, label: t(`status.${value}`) }))]}
            onChange={(value) => filter({ status: value || undefined })}
          />
        </Field>
        <Field label={t('task.programme')}>
          <Select
            value={search.programme ?? ''}
            options={[all, ...programmes.map((value) => ({ value, label: value }))]}
            onChange={(value) => filter({ programme: value || undefined })}
          />
        </Field>
        <Field label={t('task.find')}>
          <Input.Search allowClear value={find} onChange={({ target: { value } }) => setFind(value)} />
        </Field>
      </div>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th>{t('task.title')}</th>
              <th className="right">{t('task.target')}</th>
              <th className="right">{t('board.done')}</th>
              <th className="right">{t('board.rate')}</th>
              <th>{t('board.light')}</th>
              <th>{t('task.due')}</th>
              <th>{t('task.status')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, title, target, measure, dueOn, status: state }) => {
              const row = rows.get(id);
              return (
                <tr key={id}>
                  <th scope="row">
                    <Link to="/tasks/$id" params={{ id }}>
                      {title}
                    </Link>
                  </th>
                  <td className="right">
                    {amount(target)} {measure.unit}
                  </td>
                  <td className="right">{amount(row?.done)}</td>
                  <td className="right">{percent(row?.rate)}</td>
                  <td>
                    <Light light={row?.light} />
                  </td>
                  <td>{dueOn}</td>
                  <td>{t(`status.${state}`)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Wide>
      {shown.length === 0 && <p className="hint">{t('task.none')}</p>}
      <Pages
        page={page}
        size={SIZE}
        total={tasks.data.total}
        words={t('task.total', { count: tasks.data.total })}
        onPage={(next) => filter({ page: next })}
      />
    </>
  );
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <label>
      <span>{label}</span>
      {children}
    </label>
  );
}
