/** A report being written: kept here at once, saved a moment later, never over what somebody else wrote. */
import dayjs from 'dayjs';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Schemas, Problem, api, got } from '../api/client';
import { type LowerTier, lowerDoors } from '../api/doors';
import { type Typed, forget, keep, kept, same, save, typedOf } from './draft';

type Report = Schemas['ReportView'];
type State = 'idle' | 'kept' | 'saving' | 'saved' | 'offline' | 'invalid';

interface Given {
  readonly tier: LowerTier;
  readonly officerId: string;
  readonly taskId: string;
  readonly open: Schemas['ReportDetail'] | undefined;
}

const WAIT_MS = 700;
const AGAIN_MS = 5_000;

export const today = (): string => dayjs().format('YYYY-MM-DD');

export function useReport({ tier, officerId, taskId, open }: Given) {
  const [report, setReport] = useState<Report | undefined>(open);
  const [typed, setTyped] = useState<Typed>(() => kept(officerId, taskId)?.typed ?? typedOf(open, today()));
  const [state, setState] = useState<State>('idle');
  const [savedAt, setSavedAt] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [theirs, setTheirs] = useState<Schemas['ReportDetail']>();
  // what the running save works on: a later keystroke waits for it
  const current = useRef({ typed, report, running: undefined as Promise<boolean> | undefined });
  current.current.typed = typed;

  const send = useCallback(async (): Promise<boolean> => {
    const now = current.current;
    if (now.running !== undefined) await now.running;
    const { typed: sent } = now;
    if (now.report !== undefined && same(sent, typedOf(now.report, sent.asOf))) {
      forget(officerId, taskId);
      setState((before) => (before === 'idle' ? before : 'saved'));
      return true;
    }
    if (sent.done === '') return false;
    setState('saving');
    const run = (async () => {
      const answer = await save(tier, taskId, now.report, sent);
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
      if (same(now.typed, sent)) forget(officerId, taskId);
      else keep(officerId, taskId, { typed: now.typed, version: answer.report.version });
      setState(same(now.typed, sent) ? 'saved' : 'kept');
      return true;
    })();
    now.running = run;
    try {
      return await run;
    } finally {
      now.running = undefined;
    }
  }, [tier, taskId, officerId]);

  // what lay on this computer from before is sent, and compared, at once
  const restored = useRef(kept(officerId, taskId));
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
    const timer = setInterval(again, AGAIN_MS);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [state, send]);

  const change = (part: Partial<Typed>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    keep(officerId, taskId, { typed: next, version: report?.version ?? 0 });
    setState('kept');
  };

  const choose = (mine: boolean): void => {
    if (theirs === undefined) return;
    current.current.report = theirs;
    setReport(theirs);
    setTheirs(undefined);
    if (mine) return setState('kept');
    forget(officerId, taskId);
    setTyped(typedOf(theirs, theirs.asOf));
    setState('idle');
  };

  /** Its id where it went; what is refused stands in `problem`. Errors: Unreachable. */
  const submit = async (): Promise<string | undefined> => {
    if (!(await send())) return undefined;
    const id = current.current.report?.id ?? '';
    await got(api.POST(lowerDoors[tier].submission, { params: { path: { id } } }));
    forget(officerId, taskId);
    return id;
  };

  /** Writes a part and saves it at once; the report's id, undefined where it was not saved. */
  const write = async (part: Partial<Typed>): Promise<string | undefined> => {
    change(part);
    current.current.typed = { ...typed, ...part };
    return (await send()) ? current.current.report?.id : undefined;
  };

  const discard = async (): Promise<void> => {
    if (report !== undefined) await got(api.DELETE(lowerDoors[tier].report, { params: { path: { id: report.id } } }));
    forget(officerId, taskId);
    current.current.report = undefined;
    setReport(undefined);
    setTyped(typedOf(undefined, today()));
    setState('idle');
  };

  return { report, typed, state, savedAt, problem, setProblem, theirs, change, choose, write, submit, discard };
}
