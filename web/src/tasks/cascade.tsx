/** 分解下达: a table to divide a task; the remainder is always in sight. */
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { type UpperTier, upperDoors } from '../api/doors';
import { useMe } from '../api/me';
import { unionsQuery } from '../api/unions';
import { Cost } from '../burden/cost';
import { amount } from '../parts/amount';
import { Field, isElsewhere, wrongIn } from '../parts/field';
import { Loading, Wrong, useWords } from '../parts/states';
import { Basis } from './basis';
import { CascadeSheet } from './cascade-sheet';
import { blank, useCells } from './cells';
import { numberIn, remainderOf, sumOf } from './divide';
import { Head, KeptRow } from './division-parts';
import { GivenRow } from './given-row';
import { OpenRow, isWrong } from './open-row';
import { placed } from './paste';
import { useAgain } from './task-deeds';
import { Wide } from '../parts/wide';

/** Beside the unions' cells in the same draft. */
const KEPT = 'kept';
const REASON = 'reason';

interface Props {
  readonly tier: UpperTier;
  readonly shares: Schemas['SharesView'];
}

export function Cascade({ tier, shares }: Props) {
  const { union } = useMe();
  const unions = useQuery(unionsQuery);
  if (unions.isPending) return <Loading />;
  if (unions.data === undefined) return <Wrong error={unions.error} />;
  const given = new Set(shares.shares.map(({ unionId }) => unionId));
  const below = unions.data.filter(
    ({ id, parentId, closedOn }) => given.has(id) || (parentId === union.id && closedOn === null),
  );
  return <Division tier={tier} shares={shares} below={below} />;
}

function Division({
  tier,
  shares: { task, shares, remainder: left },
  below,
}: Props & { below: Schemas['UnionView'][] }) {
  const { t } = useTranslation();
  const { officer } = useMe();
  const words = useWords();
  const again = useAgain();
  const { message } = App.useApp();
  const { cells, type, fill, clear, undo, empty } = useCells(officer.id, task.id);
  const kept = cells[KEPT]?.target ?? task.keptTarget ?? '';
  const reason = cells[REASON]?.target ?? '';
  const [strangers, setStrangers] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const [sent, setSent] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const shareOf = new Map(shares.map((share) => [share.unionId, share]));
  const rows = below.filter(({ id }) => !shareOf.has(id));
  const cellOf = (id: string) => cells[id] ?? blank;
  const typed = rows.map(({ id }) => cellOf(id).target);
  const keeps = tier === 'subdistrict' ? kept : '';
  // what is kept beyond what was kept before comes out of the remainder
  const toGive = remainderOf(sumOf(left, task.keptTarget ?? '0'), [numberIn(keeps) ?? '0']);
  const open = remainderOf(toGive, typed);
  const state = open === '0' ? 'exact' : open.startsWith('-') ? 'over' : 'remainder';
  const giving = rows.filter(({ id }) => numberIn(cellOf(id).target) !== null);
  const wrongAt = (id: string, field: string) => {
    const at = sent.indexOf(id);
    return at < 0 ? undefined : wrongIn(failure, `shares[${at}].${field}`);
  };
  const shown = sent.flatMap((_, at) => [`shares[${at}].target`, `shares[${at}].dueOn`]);

  const paste = (event: ClipboardEvent, index: number) => {
    const text = event.clipboardData.getData('text');
    if (!/[\n\t]/.test(text.trim())) return;
    event.preventDefault();
    const found = placed(
      text,
      rows.map(({ name }) => name),
      index,
    );
    fill(
      Object.fromEntries(
        [...found.cells].map(([at, { target, dueOn }]) => [
          rows[at]?.id ?? '',
          { target, ...(dueOn === '' || dueOn === task.dueOn ? {} : { dueOn }) },
        ]),
      ),
    );
    setStrangers(found.strangers);
    void message.info(t('cascade.pasted', { count: found.cells.size }));
  };

  const move = (event: KeyboardEvent<HTMLInputElement>, index: number) => {
    event.preventDefault();
    const next = document.getElementById(`share-${rows[index]?.id ?? ''}`);
    if (next instanceof HTMLInputElement) next.select();
  };

  const assign = async () => {
    setBusy(true);
    setFailure(undefined);
    setSent(giving.map(({ id }) => id));
    try {
      const body = {
        shares: giving.map(({ id }) => {
          const { target, dueOn } = cellOf(id);
          return { unionId: id, target: numberIn(target) ?? '0', ...(dueOn === '' ? {} : { dueOn }) };
        }),
        ...(numberIn(keeps) === null ? {} : { keptTarget: numberIn(keeps) ?? '0' }),
        ...(reason.trim() === '' ? {} : { shortfallReason: reason }),
      };
      await got(api.POST(upperDoors[tier].shares, { params: { path: { id: task.id } }, body }));
      void message.success(t('cascade.assigned', { count: giving.length }));
      empty();
    } catch (error) {
      setFailure(error);
    } finally {
      await again();
      setBusy(false);
    }
  };

  return (
    <section className="cascade" aria-label={t('cascade.title')}>
      <h2>
        {t('cascade.title')}
        <strong className={`remainder remainder-${state}`} role="status">
          {state === 'exact'
            ? t('cascade.exact')
            : `${t(`cascade.${state}`)} ${amount(open.replace('-', ''))} ${task.measure.unit}`}
        </strong>
      </h2>
      {task.shortfallReason !== null && (
        <p className="hint">{t('cascade.shortfall', { reason: task.shortfallReason })}</p>
      )}
      {rows.length > 0 && (
        <>
          <div className="deeds">
            <Basis
              task={task}
              unionIds={rows.map(({ id }) => id)}
              total={toGive}
              onFill={(values) =>
                fill(Object.fromEntries(rows.map(({ id }, at) => [id, { target: values[at] ?? '' }])))
              }
            />
            <Button disabled={undo === undefined} onClick={undo}>
              {t('cascade.undo')}
            </Button>
            <Button disabled={Object.keys(cells).length === 0} onClick={clear}>
              {t('cascade.clear')}
            </Button>
          </div>
          <p className="hint">{t('cascade.paste')}</p>
          <CascadeSheet tier={tier} task={task} given={shares.length} />
        </>
      )}
      {strangers.length > 0 && (
        <Alert type="warning" showIcon title={t('cascade.strangers', { names: strangers.join(' · ') })} />
      )}
      <Wide>
        <table className="grid">
          <Head unit={task.measure.unit} />
          <tbody>
            {below.map(({ id, name }) => {
              const share = shareOf.get(id);
              const index = rows.findIndex((row) => row.id === id);
              return share !== undefined ? (
                <GivenRow key={id} tier={tier} parent={task} share={share} name={name} remainder={left} />
              ) : (
                <OpenRow
                  key={id}
                  task={task}
                  id={id}
                  name={name}
                  cell={cellOf(id)}
                  wrong={{ target: wrongAt(id, 'target'), dueOn: wrongAt(id, 'dueOn') }}
                  onType={(part) => type(id, part)}
                  onPaste={(event) => paste(event, index)}
                  onMove={(event, step) => move(event, index + step)}
                />
              );
            })}
            {tier === 'subdistrict' && rows.length > 0 && (
              <KeptRow
                task={task}
                kept={kept}
                wrong={wrongIn(failure, 'keptTarget')}
                onType={(target) => type(KEPT, { target })}
              />
            )}
          </tbody>
        </table>
      </Wide>
      {rows.length > 0 && state === 'remainder' && (
        <Field label={t('cascade.reason')} help={t('cascade.reasonHelp')} wrong={wrongIn(failure, 'shortfallReason')}>
          {(field) => (
            <Input.TextArea
              {...field}
              autoSize={{ minRows: 2 }}
              maxLength={1000}
              value={reason}
              onChange={({ target: { value } }) => type(REASON, { target: value })}
            />
          )}
        </Field>
      )}
      {failure !== undefined && isElsewhere(failure, [...shown, 'keptTarget', 'shortfallReason']) && (
        <Alert type="error" showIcon role="alert" title={words(failure)} />
      )}
      {rows.length > 0 && (
        <Cost
          tier={tier}
          asked={{
            unionIds: (giving.length > 0 ? giving : rows).map(({ id }) => id),
            taskId: task.id,
            measure: { name: task.measure.name, unit: task.measure.unit },
            code: task.code ?? undefined,
            startOn: task.startOn,
            dueOn: task.dueOn,
          }}
        />
      )}
      {rows.length > 0 && (
        <Button
          type="primary"
          loading={busy}
          disabled={giving.length === 0 || typed.some(isWrong) || isWrong(kept)}
          onClick={() => void assign()}
        >
          {t('cascade.assign', { count: giving.length })}
        </Button>
      )}
    </section>
  );
}
