/** 填报进度: saved as one types, handed in with one click; conflicts lie side by side. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, Problem, api, got } from '../api/client';
import { type LowerTier, lowerDoors } from '../api/doors';
import { useMe } from '../api/me';
import { deskKey } from '../desk/desk';
import { amount } from '../parts/amount';
import { useWords } from '../parts/states';
import { type Typed, addEvidence, forget, keep, kept, same, save, typedOf } from './draft';
import { EvidenceList } from './evidence-list';

interface Props {
  tier: LowerTier;
  task: Schemas['TaskDetail'];
  open: Schemas['ReportDetail'] | undefined;
  accepted: string | null;
}

type State = 'idle' | 'kept' | 'saving' | 'saved' | 'offline' | 'invalid';
const WAIT_MS = 700;

export function ReportForm({ tier, task, open, accepted }: Props) {
  const { t } = useTranslation();
  const { officer } = useMe();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [report, setReport] = useState<Schemas['ReportView'] | undefined>(open);
  const [typed, setTyped] = useState<Typed>(() => kept(officer.id, task.id)?.typed ?? typedOf(open, today()));
  const [state, setState] = useState<State>('idle');
  const [savedAt, setSavedAt] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [theirs, setTheirs] = useState<Schemas['ReportDetail']>();
  const [busy, setBusy] = useState('');
  // what the running save works on: a later keystroke waits for it
  const current = useRef({ typed, report, running: undefined as Promise<boolean> | undefined });
  current.current.typed = typed;

  const send = useCallback(async (): Promise<boolean> => {
    const now = current.current;
    if (now.running !== undefined) {
      await now.running;
    }
    const { typed: sent } = now;
    if (now.report !== undefined && same(sent, typedOf(now.report, sent.asOf))) {
      forget(officer.id, task.id);
      setState((before) => (before === 'idle' ? before : 'saved'));
      return true;
    }
    if (sent.done === '') return false;
    setState('saving');
    const run = (async () => {
      const answer = await save(tier, task.id, now.report, sent);
      if (answer.kind === 'offline') setState('offline');
      if (answer.kind === 'refused') {
        setProblem(answer.problem);
        setState('invalid');
      }
      if (answer.kind === 'conflict') {
        setTheirs(answer.theirs);
        setState('kept');
      }
      if (answer.kind !== 'saved') return false;
      now.report = answer.report;
      setReport(answer.report);
      setProblem(undefined);
      setSavedAt(dayjs().format('HH:mm:ss'));
      // what was typed meanwhile goes next, upon the version that was just made
      if (same(now.typed, sent)) forget(officer.id, task.id);
      else keep(officer.id, task.id, { typed: now.typed, version: answer.report.version });
      setState(same(now.typed, sent) ? 'saved' : 'kept');
      return true;
    })();
    now.running = run;
    try {
      return await run;
    } finally {
      now.running = undefined;
    }
  }, [tier, task.id, officer.id]);

  // what lay on this computer from before is sent, and compared, at once
  const restored = useRef(kept(officer.id, task.id));
  useEffect(() => {
    const before = restored.current;
    if (before === null) return;
    if (open !== undefined && open.version !== before.version && !same(before.typed, typedOf(open, today())))
      setTheirs(open);
    else setState('kept');
  }, [open]);

  useEffect(() => {
    if (state !== 'kept' || theirs !== undefined) return undefined;
    const timer = setTimeout(() => void send(), WAIT_MS);
    return () => clearTimeout(timer);
  }, [state, typed, theirs, send]);

  useEffect(() => {
    if (state !== 'offline') return undefined;
    const again = () => void send();
    window.addEventListener('online', again);
    const timer = setInterval(again, 5_000);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [state, send]);

  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    keep(officer.id, task.id, { typed: next, version: report?.version ?? 0 });
    setState('kept');
  };

  const choose = (mine: boolean) => {
    if (theirs === undefined) return;
    current.current.report = theirs;
    setReport(theirs);
    setTheirs(undefined);
    if (mine) return setState('kept');
    forget(officer.id, task.id);
    setTyped(typedOf(theirs, theirs.asOf));
    setState('idle');
  };

  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['task', task.id] }),
      client.invalidateQueries({ queryKey: ['report'] }),
      client.invalidateQueries({ queryKey: deskKey }),
    ]);

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

  const submit = () =>
    act('submit', async () => {
      if (!(await send())) return;
      const id = current.current.report?.id ?? '';
      await got(api.POST(lowerDoors[tier].submission, { params: { path: { id } } }));
      forget(officer.id, task.id);
      void message.success(t('report.submitted_'));
      await refresh();
    });

  const discard = () =>
    act('discard', async () => {
      if (report !== undefined) await got(api.DELETE(lowerDoors[tier].report, { params: { path: { id: report.id } } }));
      forget(officer.id, task.id);
      current.current.report = undefined;
      setReport(undefined);
      setTyped(typedOf(undefined, today()));
      setState('idle');
      await refresh();
    });

  const upload = (files: FileList) =>
    act('upload', async () => {
      if (!(await send())) return;
      for (const file of files) await addEvidence(tier, current.current.report?.id ?? '', file);
      await refresh();
    });

  const wrong = (field: string) => {
    const found = problem?.errors.find((error) => error.field === field);
    return found === undefined ? {} : { validateStatus: 'error' as const, help: found.message };
  };
  const elsewhere =
    problem !== undefined &&
    !problem.errors.some(({ field }) => ['done', 'asOf', 'note', 'zeroReport'].includes(field));
  const zero = typed.done !== '' && /^0*(\.0*)?$/.test(typed.done);

  return (
    <Form layout="vertical" className="report-form" aria-label={t('report.title')} onFinish={() => void submit()}>
      {theirs !== undefined && (
        <div className="conflict" role="alert">
          <p>{t('report.conflict')}</p>
          <div className="sides">
            <Side title={t('report.mine')} typed={typed} unit={task.measure.unit}>
              <Button onClick={() => choose(true)}>{t('report.keepMine')}</Button>
            </Side>
            <Side title={t('report.theirs')} typed={typedOf(theirs, theirs.asOf)} unit={task.measure.unit}>
              <Button onClick={() => choose(false)}>{t('report.keepTheirs')}</Button>
            </Side>
          </div>
        </div>
      )}
      <div className="row">
        <Form.Item
          label={t('report.done')}
          htmlFor="report-done"
          extra={t('report.doneHelp', { accepted: amount(accepted) })}
          {...wrong('done')}
        >
          <Input
            id="report-done"
            inputMode="decimal"
            suffix={task.measure.unit}
            value={typed.done}
            onChange={({ target: { value } }) => change({ done: value.replace(/[,，\s]/g, '') })}
          />
        </Form.Item>
        <Form.Item label={t('report.asOf')} htmlFor="report-as-of" {...wrong('asOf')}>
          <Input
            id="report-as-of"
            type="date"
            value={typed.asOf}
            onChange={({ target: { value } }) => change({ asOf: value })}
          />
        </Form.Item>
      </div>
      {zero && (
        <Form.Item {...wrong('zeroReport')}>
          <Checkbox checked={typed.zeroReport} onChange={({ target }) => change({ zeroReport: target.checked })}>
            {t('report.zero')}
          </Checkbox>
        </Form.Item>
      )}
      <Form.Item label={t('report.note')} htmlFor="report-note" {...wrong('note')}>
        <Input.TextArea
          id="report-note"
          autoSize={{ minRows: 3, maxRows: 12 }}
          value={typed.note}
          onChange={({ target: { value } }) => change({ note: value })}
        />
      </Form.Item>
      {task.evidenceRule !== 'none' && (
        <Form.Item
          label={`${t('report.evidence')} · ${t(`report.evidenceRule.${task.evidenceRule}`)}`}
          htmlFor="report-files"
        >
          {open !== undefined && <EvidenceList tier={tier} report={open} removable />}
          <input
            id="report-files"
            type="file"
            multiple
            disabled={busy !== ''}
            onChange={({ target }) => target.files && void upload(target.files).then(() => void (target.value = ''))}
          />
        </Form.Item>
      )}
      {problem !== undefined && elsewhere && <Alert type="error" showIcon role="alert" title={words(problem)} />}
      <div className="deeds">
        <Button
          type="primary"
          htmlType="submit"
          loading={busy === 'submit'}
          disabled={typed.done === '' || theirs !== undefined}
        >
          {t('report.submit')}
        </Button>
        {(report === undefined || report.status === 'draft') && typed.done !== '' && (
          <Button loading={busy === 'discard'} onClick={() => void discard()}>
            {t('report.discard')}
          </Button>
        )}
        <span className="hint" role="status">
          {state === 'kept' && t('report.kept')}
          {state === 'saving' && t('report.saving')}
          {state === 'saved' && t('report.saved', { when: savedAt })}
          {state === 'offline' && t('report.offline')}
          {state === 'invalid' && t('report.invalid')}
        </span>
      </div>
    </Form>
  );
}

const today = (): string => dayjs().format('YYYY-MM-DD');

interface SideProps {
  title: string;
  typed: Typed;
  unit: string;
  children: React.ReactNode;
}

function Side({ title, typed, unit, children }: SideProps) {
  return (
    <div>
      <h4>{title}</h4>
      <p>
        {amount(typed.done)} {unit} · {typed.asOf}
      </p>
      <p className="note">{typed.note}</p>
      {children}
    </div>
  );
}
