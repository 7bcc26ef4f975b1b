/** 延期审批: applications that wait for an answer, answered many at once; and those the own union asked for. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { isLower, isUpper } from '../api/doors';
import { useMay, useTier } from '../api/me';
import { deskKey } from '../desk/desk';
import { Field } from '../parts/field';
import { Pages } from '../parts/pages';
import { Loading, Wrong, useWords } from '../parts/states';
import { type ExtensionsOf, SIZE, extensionsQuery, supervisionKey } from './data';
import { lowerDoors, upperDoors } from './doors';
import type { Answer } from './supervised-task';
import './supervision.css';

type Extension = Schemas['ExtensionView'];

export function ExtensionList() {
  const { t } = useTranslation();
  const tier = useTier();
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/extensions' });
  const decides = isUpper(tier) && may('extension.decide');
  const kinds: readonly ExtensionsOf[] = [
    ...(decides ? (['toDecide'] as const) : []),
    ...(isLower(tier) ? (['own'] as const) : []),
    'all',
  ];
  const of = search.of ?? kinds[0] ?? 'all';
  const page = search.page ?? 1;
  const list = useQuery(extensionsQuery(tier, of, page));
  const go = (next: object) => void navigate({ to: '/extensions', search: { of, ...next } });
  return (
    <>
      <h1>{t('supervision.extensions')}</h1>
      <div className="filters" role="group" aria-label={t('supervision.extensions')}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            aria-pressed={kind === of}
            type={kind === of ? 'primary' : 'default'}
            onClick={() => go({ of: kind })}
          >
            {t(`supervision.of.${kind}`)}
          </Button>
        ))}
        {isLower(tier) && may('report.write') && (
          <Link className="deed deed-quiet" to="/extensions/new">
            {t('supervision.applyMany')}
          </Link>
        )}
      </div>
      {list.isPending && <Loading />}
      {list.data === undefined && !list.isPending && <Wrong error={list.error} />}
      {list.data !== undefined && (
        <>
          {list.data.items.length === 0 ? (
            <p className="hint">{t('supervision.noExtensions')}</p>
          ) : (
            <Table key={of} items={list.data.items} decides={of === 'toDecide'} />
          )}
          <Pages
            page={page}
            size={SIZE}
            total={list.data.total}
            words={t('supervision.total', { count: list.data.total })}
            onPage={(next) => go({ page: next })}
          />
        </>
      )}
    </>
  );
}

function Table({ items, decides }: { readonly items: readonly Extension[]; readonly decides: boolean }) {
  const { t } = useTranslation();
  const tier = useTier();
  const client = useQueryClient();
  const words = useWords();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [days, setDays] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState('');
  const again = () =>
    Promise.all(
      [supervisionKey, ['task'], ['tasks'], ['board'], deskKey].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  const answer = useMutation({
    mutationFn: async (outcome: 'approved' | 'refused') => {
      if (!isUpper(tier)) return;
      const decisions = items
        .filter(({ id }) => chosen.has(id))
        .map(({ id, proposedOn }) => ({
          extensionId: id,
          outcome,
          ...(outcome === 'approved' ? { dueOn: days[id] ?? proposedOn } : {}),
          ...(reason.trim() === '' ? {} : { reason }),
          ...(outcome === 'approved' && tier === 'district' ? { extendAbove: true } : {}),
        }));
      await got(api.POST(upperDoors[tier].decisions, { body: { decisions } }));
    },
    onSuccess: (_, outcome) => {
      void message.success(t(`supervision.decided.${outcome}`, { count: chosen.size }));
      setChosen(new Set());
      setReason('');
    },
    onSettled: again,
  });
  const withdraw = useMutation({
    mutationFn: async (id: string) => {
      if (isLower(tier))
        await got(api.DELETE(lowerDoors[tier].extension, { params: { path: { id } } }) as Promise<Answer>);
    },
    onError: (error) => void message.error(words(error)),
    onSettled: again,
  });
  const all = items.every(({ id }) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <>
      <div className="wide" role="region" aria-label={t('supervision.extensions')} tabIndex={0}>
        <table className="grid">
          <thead>
            <tr>
              {decides && (
                <th scope="col">
                  <Checkbox
                    aria-label={t('supervision.chooseAll')}
                    checked={all}
                    indeterminate={!all && chosen.size > 0}
                    onChange={() => setChosen(all ? new Set() : new Set(items.map(({ id }) => id)))}
                  />
                </th>
              )}
              <th scope="col">{t('task.title')}</th>
              <th scope="col">{t('board.union')}</th>
              <th scope="col">{t('supervision.firstDueOn')}</th>
              <th scope="col">{t('supervision.beforeOn')}</th>
              <th scope="col">{t('supervision.proposedOn')}</th>
              <th scope="col">{t('supervision.newDueOn')}</th>
              <th scope="col">{t('supervision.reason')}</th>
              <th scope="col">{t('task.status')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((each) => (
              <tr key={each.id}>
                {decides && (
                  <td>
                    <Checkbox
                      aria-label={t('supervision.choose', { title: each.taskTitle, union: each.unionName })}
                      checked={chosen.has(each.id)}
                      onChange={() => toggle(each.id)}
                    />
                  </td>
                )}
                <th scope="row">
                  <Link to="/tasks/$id" params={{ id: each.taskId }}>
                    {each.taskTitle}
                  </Link>
                </th>
                <td>{each.unionName}</td>
                <td>{each.firstDueOn}</td>
                <td>{each.beforeOn}</td>
                <td>{each.proposedOn}</td>
                <td>
                  {decides ? (
                    <Input
                      type="date"
                      className="day"
                      aria-label={t('supervision.dayFor', { title: each.taskTitle, union: each.unionName })}
                      value={days[each.id] ?? each.proposedOn}
                      onChange={({ target }) => setDays({ ...days, [each.id]: target.value })}
                    />
                  ) : (
                    each.dueOn
                  )}
                </td>
                <td className="words">
                  {each.reason}
                  {each.decisionReason !== null && <small> {each.decisionReason}</small>}
                </td>
                <td>
                  <span className="tag">{t(`supervision.extension.${each.status}`)}</span>
                  {each.needs === 'district' && <small> {t('supervision.further')}</small>}
                  {!decides && isLower(tier) && each.status === 'requested' && (
                    <Button size="small" onClick={() => withdraw.mutate(each.id)}>
                      {t('supervision.takeBack')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {decides && (
        <div className="decide no-print">
          {tier === 'district' && <p className="hint">{t('supervision.aboveToo')}</p>}
          <Field label={t('supervision.opinion')}>
            {(given) => (
              <Input {...given} maxLength={1000} value={reason} onChange={({ target }) => setReason(target.value)} />
            )}
          </Field>
          {answer.error !== null && <Alert type="error" showIcon role="alert" title={words(answer.error)} />}
          <div className="deeds">
            <Button
              type="primary"
              disabled={chosen.size === 0}
              loading={answer.isPending}
              onClick={() => answer.mutate('approved')}
            >
              {t('supervision.approve', { count: chosen.size })}
            </Button>
            <Button
              disabled={chosen.size === 0 || reason.trim() === ''}
              loading={answer.isPending}
              onClick={() => answer.mutate('refused')}
            >
              {t('supervision.refuse', { count: chosen.size })}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
