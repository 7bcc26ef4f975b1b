/** 分解下达: a table to divide a task; the remainder is always in sight. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { type ClipboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { type UpperTier, upperDoors } from '../api/doors';
import { useMe } from '../api/me';
import { unionsQuery } from '../api/unions';
import { deskKey } from '../desk/desk';
import { amount, percent } from '../parts/amount';
import { Loading, useWords } from '../parts/states';
import { column, evenly, inProportion, numberIn, percentOf, remainderOf } from './divide';
import { boardQuery } from './task-data';

interface Props {
  tier: UpperTier;
  shares: Schemas['SharesView'];
}

export function Cascade({ tier, shares: { task, shares, remainder: left } }: Props) {
  const { t } = useTranslation();
  const { union } = useMe();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const unions = useQuery(unionsQuery);
  const [cells, setCells] = useState<Record<string, string>>({});
  const [kept, setKept] = useState(task.keptTarget ?? '');
  const [reason, setReason] = useState('');
  const [likeYear, setLikeYear] = useState<number>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const earlier = useQuery({ ...boardQuery(likeYear ?? task.year - 1), enabled: task.code !== null });
  if (unions.data === undefined) return <Loading />;
  const taken = new Set(shares.map(({ unionId }) => unionId));
  const rows = unions.data.filter(
    ({ id, parentId, closedOn }) => parentId === union.id && closedOn === null && !taken.has(id),
  );
  if (rows.length === 0) return null;
  const typed = rows.map(({ id }) => cells[id] ?? '');
  const before = task.keptTarget ?? '0';
  const keeps = tier === 'subdistrict' ? kept : '';
  const open = remainderOf(left, [...typed, remainderOf(numberIn(keeps) ?? '0', [before])]);
  const state = open === '0' ? 'exact' : open.startsWith('-') ? 'over' : 'remainder';
  const given = rows.filter((_, index) => numberIn(typed[index] ?? '') !== null);
  const fill = (values: readonly string[], from = 0) =>
    setCells({
      ...cells,
      ...Object.fromEntries(rows.slice(from, from + values.length).map(({ id }, index) => [id, values[index] ?? ''])),
    });
  const toGive = remainderOf(left, [remainderOf(numberIn(keeps) ?? '0', [before])]);
  const like = earlier.data?.tasks.find(({ code }) => code !== null && code === task.code)?.children;
  const wrong = (cell: string) => cell !== '' && numberIn(cell) === null;

  const paste = (event: ClipboardEvent, index: number) => {
    const values = column(event.clipboardData.getData('text'));
    if (values.length < 2) return;
    event.preventDefault();
    fill(values, index);
    void message.info(t('cascade.pasted', { count: Math.min(values.length, rows.length - index) }));
  };

  const move = (event: React.KeyboardEvent<HTMLInputElement>, index: number) => {
    const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = document.getElementById(`share-${rows[index + step]?.id ?? ''}`);
    if (next instanceof HTMLInputElement) next.select();
  };

  const assign = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const body = {
        shares: given.map(({ id }) => ({ unionId: id, target: numberIn(cells[id] ?? '') ?? '0' })),
        ...(numberIn(keeps) === null ? {} : { keptTarget: numberIn(keeps) ?? '0' }),
        ...(reason.trim() === '' ? {} : { shortfallReason: reason }),
      };
      await got(api.POST(upperDoors[tier].shares, { params: { path: { id: task.id } }, body }));
      void message.success(t('cascade.assigned', { count: given.length }));
      setCells({});
      setReason('');
      await Promise.all([
        client.invalidateQueries({ queryKey: ['task', task.id] }),
        client.invalidateQueries({ queryKey: deskKey }),
      ]);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className="cascade" aria-label={t('cascade.title')}>
      <h2>{t('cascade.title')}</h2>
      <div className="deeds">
        <Button onClick={() => fill(evenly(toGive, rows.length, task.measure.decimals))}>{t('cascade.evenly')}</Button>
        {task.code !== null && (
          <Button
            disabled={like === undefined}
            title={like === undefined ? t('cascade.noLike') : undefined}
            onClick={() => {
              const done = new Map(like?.map((row) => [row.unionId, row.done]));
              fill(
                inProportion(
                  toGive,
                  rows.map(({ id }) => done.get(id) ?? null),
                  task.measure.decimals,
                ),
              );
            }}
          >
            {t('cascade.likeYear', { year: likeYear ?? task.year - 1 })}
          </Button>
        )}
        {task.code !== null && (
          <label>
            <span className="sr">{t('task.year')}</span>
            <Input
              className="year"
              type="number"
              min={1949}
              max={task.year}
              value={likeYear ?? task.year - 1}
              onChange={({ target: { value } }) => setLikeYear(Number(value))}
            />
          </label>
        )}
        <Button onClick={() => setCells({})}>{t('cascade.clear')}</Button>
        <strong className={`remainder remainder-${state}`} role="status">
          {state === 'exact'
            ? t('cascade.exact')
            : `${t(`cascade.${state}`)} ${amount(open.replace('-', ''))} ${task.measure.unit}`}
        </strong>
      </div>
      <p className="hint">{t('cascade.paste')}</p>
      <table className="grid">
        <thead>
          <tr>
            <th>{t('cascade.union')}</th>
            <th className="right">
              {t('cascade.share')} ({task.measure.unit})
            </th>
            <th className="right">{t('cascade.share_')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name }, index) => (
            <tr key={id}>
              <th scope="row">
                <label htmlFor={`share-${id}`}>{name}</label>
              </th>
              <td className="right">
                <Input
                  id={`share-${id}`}
                  className="cell"
                  inputMode="decimal"
                  status={wrong(cells[id] ?? '') ? 'error' : ''}
                  aria-invalid={wrong(cells[id] ?? '')}
                  value={cells[id] ?? ''}
                  onPaste={(event) => paste(event, index)}
                  onKeyDown={(event) => move(event, index)}
                  onChange={({ target: { value } }) => setCells({ ...cells, [id]: value })}
                />
              </td>
              <td className="right">{percent(percentOf(cells[id] ?? '', task.target))}</td>
            </tr>
          ))}
          {tier === 'subdistrict' && (
            <tr>
              <th scope="row">
                <label htmlFor="share-kept">{t('cascade.keep')}</label>
              </th>
              <td className="right">
                <Input
                  id="share-kept"
                  className="cell"
                  inputMode="decimal"
                  status={wrong(kept) ? 'error' : ''}
                  value={kept}
                  onChange={({ target: { value } }) => setKept(value)}
                />
              </td>
              <td className="right">{percent(percentOf(kept, task.target))}</td>
            </tr>
          )}
        </tbody>
      </table>
      {state === 'remainder' && (
        <label className="block">
          {t('cascade.reason')} <span className="hint">{t('cascade.reasonHelp')}</span>
          <Input.TextArea
            autoSize={{ minRows: 2 }}
            value={reason}
            onChange={({ target: { value } }) => setReason(value)}
          />
        </label>
      )}
      {failure !== undefined && <Alert type="error" showIcon role="alert" title={words(failure)} />}
      <Button
        type="primary"
        loading={busy}
        disabled={given.length === 0 || state === 'over' || typed.some(wrong) || wrong(kept)}
        onClick={() => void assign()}
      >
        {t('cascade.assign', { count: given.length })}
      </Button>
    </section>
  );
}
