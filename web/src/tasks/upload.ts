/** Files on their way to a report or an appeal: one after the other, with progress; what failed says why and can go again. */
import { useEffect, useRef, useState } from 'react';
import { Problem, Unreachable } from '../api/client';
import { type LowerTier, lowerDoors } from '../api/doors';

export interface Going {
  readonly key: number;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'failed' | 'offline';
  /** Of the bytes that went, 0 to 100. */
  readonly percent: number;
  readonly error: unknown;
}

/** Sends one file; a browser tells how far it is only this way. Errors: Problem, Unreachable. */
function sendFile(address: string, file: File, onPercent: (percent: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onPercent(Math.round((loaded / total) * 100)));
    request.addEventListener('error', () => reject(new Unreachable(file.name)));
    request.addEventListener('load', () => {
      if (request.status < 300) return resolve();
      const told = (request.response ?? {}) as Partial<Problem & { detail: string }>;
      reject(new Problem(request.status, told.code ?? '', told.detail ?? request.statusText, told.errors ?? []));
    });
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}

export type Uploads = ReturnType<typeof useUploadsTo>;

/** Files of a report. */
export const useUploads = (tier: LowerTier, reportId: string | undefined, onArrived: () => void) =>
  useUploadsTo(
    reportId === undefined ? undefined : `${lowerDoors[tier].report.replace('{id}', reportId)}/evidence`,
    onArrived,
  );

/** Files wait until there is something to hang them on; each that arrived leaves the list and is told. */
export function useUploadsTo(address: string | undefined, onArrived: () => void) {
  const [going, setGoing] = useState<readonly Going[]>([]);
  const counter = useRef(0);
  const arrived = useRef(onArrived);
  arrived.current = onArrived;
  const change = (key: number, part: Partial<Going>): void =>
    setGoing((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const again = (): void =>
    setGoing((all) => all.map((one) => (one.state === 'offline' ? { ...one, state: 'waiting' } : one)));

  const next = going.find(({ state }) => state === 'waiting');
  const busy = going.some(({ state }) => state === 'sending');
  useEffect(() => {
    if (address === undefined || next === undefined || busy) return;
    const { key, file } = next;
    change(key, { state: 'sending', percent: 0, error: undefined });
    sendFile(address, file, (percent) => change(key, { percent })).then(
      () => {
        setGoing((all) => all.filter((one) => one.key !== key));
        arrived.current();
      },
      (error: unknown) => change(key, { state: error instanceof Unreachable ? 'offline' : 'failed', error }),
    );
  }, [address, next, busy]);

  const cut = going.some(({ state }) => state === 'offline');
  useEffect(() => {
    if (!cut) return undefined;
    window.addEventListener('online', again);
    const timer = setInterval(again, 5_000);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [cut]);

  return {
    going,
    add: (files: Iterable<File>) => {
      // taken out at once: the field is emptied right after
      const added = [...files].map((file): Going => {
        return { key: counter.current++, file, state: 'waiting', percent: 0, error: undefined };
      });
      setGoing((all) => [...all, ...added]);
    },
    retry: (key: number) => change(key, { state: 'waiting' }),
    drop: (key: number) => setGoing((all) => all.filter((one) => one.key !== key)),
  };
}
