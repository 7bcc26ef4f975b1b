/** 填报进度: saved as one types, handed in with one click; conflicts lie side by side. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Input, type InputRef } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, Problem, api, got } from '../api/client';
import { type LowerTier, lowerDoors } from '../api/doors';
import { useMe } from '../api/me';
import { useMinutes } from '../burden/minutes';
import { Reuse } from '../burden/reuse';
import { amount } from '../parts/amount';
import { Field, isElsewhere, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { Conflict } from './conflict';
import { EvidenceField } from './evidence-field';
import { useAgain } from './task-deeds';
import { useUploads } from './upload';
import { useReport } from './use-report';

interface Props {
  readonly tier: LowerTier;
  readonly task: Schemas['TaskDetail'];
  readonly open: Schemas['ReportDetail'] | undefined;
  readonly accepted: string | null;
}

const FIELDS = ['done', 'asOf', 'note', 'zeroReport', 'evidence'];

export function ReportForm({ tier, task, open, accepted }: Props) {
  const { t } = useTranslation();
  const { officer } = useMe();
  const words = useWords();
  const again = useAgain();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { report, typed, state, savedAt, problem, setProblem, theirs, change, choose, write, submit, discard } =
    useReport({
      tier,
      officerId: officer.id,
      taskId: task.id,
      open,
    });
  // a first reading that was under way when the file arrived is not begun anew: it may know nothing of it, so read again
  const arrived = () => void again().then(() => client.invalidateQueries({ queryKey: ['report'] }));
  const uploads = useUploads(tier, report?.id, arrived);
  const going = uploads.going.some((one) => one.state !== 'failed');
  const { minutes, say, tell } = useMinutes(tier);
  const [busy, setBusy] = useState('');
  const figure = useRef<InputRef>(null);
  // who comes from the desk to report finds the cursor where the figure goes
  useEffect(() => {
    if (location.hash === '#report') figure.current?.focus();
  }, []);

  const act = async (what: string, deed: () => Promise<void>) => {
    setBusy(what);
    try {
      await deed();
    } catch (error) {
      if (error instanceof Problem) setProblem(error);
      else void message.error(words(error));
    } finally {
      setBusy('');
    }
  };
  const handIn = (event: FormEvent) => {
    event.preventDefault();
    if (typed.done === '' || theirs !== undefined || going) return;
    void act('submit', async () => {
      const id = await submit();
      if (id === undefined) return;
      await tell(id);
      void message.success(t('report.submitted_'));
      await again();
    });
  };
  const throwAway = () =>
    act('discard', async () => {
      await discard();
      await again();
    });
  const renew = async () => {
    await again();
    await client.invalidateQueries({ queryKey: ['report'] });
  };
  const take = ({ reportId, done }: Schemas['ReusableValue']) =>
    void act('take', async () => {
      const id = await write({ done, zeroReport: /^0*(\.0*)?$/.test(done) });
      if (id === undefined) return;
      await got(api.PUT(lowerDoors[tier].source, { params: { path: { id } }, body: { reportId } }));
      await renew();
    });
  const leave = () =>
    void act('take', async () => {
      await got(api.DELETE(lowerDoors[tier].source, { params: { path: { id: report?.id ?? '' } } }));
      await renew();
    });
  const back = open?.status === 'returned' ? open.steps.findLast(({ kind }) => kind === 'returned') : undefined;
  const zero = typed.done !== '' && /^0*(\.0*)?$/.test(typed.done);
  const help = t('report.doneHelp', { accepted: amount(accepted) });

  return (
    <form className="report-form" aria-label={t('report.title')} onSubmit={handIn}>
      {theirs !== undefined && <Conflict typed={typed} theirs={theirs} unit={task.measure.unit} onChoose={choose} />}
      {back?.reason && (
        <Alert
          type="warning"
          showIcon
          title={t('desk.returned', { reason: back.reason })}
          description={t('report.backFigure', { done: amount(back.done), unit: task.measure.unit })}
        />
      )}
      <Reuse
        tier={tier}
        taskId={task.id}
        takenFrom={open?.takenFrom ?? null}
        busy={busy !== ''}
        onTake={take}
        onLeave={leave}
      />
      <div className="row">
        <Field label={t('report.done')} help={help} wrong={wrongIn(problem, 'done')}>
          {(given) => (
            <Input
              {...given}
              ref={figure}
              inputMode="decimal"
              suffix={task.measure.unit}
              value={typed.done}
              onChange={({ target: { value } }) => change({ done: value.normalize('NFKC').replace(/[,\s]/g, '') })}
            />
          )}
        </Field>
        <Field label={t('report.asOf')} wrong={wrongIn(problem, 'asOf')}>
          {(given) => (
            <Input
              {...given}
              type="date"
              value={typed.asOf}
              onChange={({ target: { value } }) => change({ asOf: value })}
            />
          )}
        </Field>
      </div>
      {zero && (
        <div className="field">
          <Checkbox checked={typed.zeroReport} onChange={({ target }) => change({ zeroReport: target.checked })}>
            {t('report.zero')}
          </Checkbox>
          {wrongIn(problem, 'zeroReport') && (
            <p className="wrong" role="alert">
              {wrongIn(problem, 'zeroReport')}
            </p>
          )}
        </div>
      )}
      <Field label={t('report.note')} wrong={wrongIn(problem, 'note')}>
        {(given) => (
          <Input.TextArea
            {...given}
            autoSize={{ minRows: 3, maxRows: 12 }}
            maxLength={4000}
            value={typed.note}
            onChange={({ target: { value } }) => change({ note: value })}
          />
        )}
      </Field>
      {task.evidenceRule !== 'none' && (
        <EvidenceField
          tier={tier}
          rule={task.evidenceRule}
          open={open}
          reportId={report?.id}
          wrong={wrongIn(problem, 'evidence')}
          uploads={uploads}
        />
      )}
      <Field label={t('burden.spent')} help={t('burden.spentHelp')}>
        {(given) => (
          <Input
            {...given}
            className="minutes"
            inputMode="numeric"
            value={minutes}
            onChange={({ target: { value } }) => say(value)}
          />
        )}
      </Field>
      {problem !== undefined && isElsewhere(problem, FIELDS) && (
        <Alert type="error" showIcon role="alert" title={words(problem)} />
      )}
      <div className="deeds">
        <Button
          type="primary"
          htmlType="submit"
          loading={busy === 'submit'}
          disabled={typed.done === '' || theirs !== undefined || going}
        >
          {t('report.submit')}
        </Button>
        {(report === undefined || report.status === 'draft') && typed.done !== '' && (
          <Button loading={busy === 'discard'} onClick={() => void throwAway()}>
            {t('report.discard')}
          </Button>
        )}
        <span className="hint" role="status">
          {going && `${t('report.filesFirst')} `}
          {state === 'kept' && t('report.kept')}
          {state === 'saving' && t('report.saving')}
          {state === 'saved' && t('report.saved', { when: savedAt })}
          {state === 'offline' && t('report.offline')}
          {state === 'invalid' && t('report.invalid')}
        </span>
      </div>
    </form>
  );
}
