/** Live changes: one stream for the whole console; what it names is read again, one reading after the other. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

const PAUSE_MS = 250;
const AGAIN_MS = 5_000;
const touched = [
  ['board'],
  ['standings'],
  ['scoreboard'],
  ['feed'],
  ['desk'],
  ['reviews'],
  ['task'],
  ['tasks'],
  ['report'],
  ['messages'],
];

let source: EventSource | undefined;
let users = 0;
let connected = false;
const watchers = new Set<() => void>();
const listeners = new Set<() => void>();
const refused = new Set<() => void>();

function tell(state: boolean): void {
  connected = state;
  for (const watcher of watchers) watcher();
}

function changed(): void {
  for (const listener of listeners) listener();
}

function open(): void {
  source = new EventSource('/api/v1/platform/live');
  source.addEventListener('open', () => tell(true));
  source.addEventListener('error', () => {
    tell(false);
    // refused, and not tried again by the browser: the session was ended elsewhere, or the server is not ready yet
    if (source?.readyState !== EventSource.CLOSED) return;
    source = undefined;
    for (const listener of refused) listener();
    setTimeout(look, AGAIN_MS);
  });
  source.addEventListener('change', changed);
  source.addEventListener('reset', changed);
}

function close(): void {
  source?.close();
  source = undefined;
  connected = false;
}

/** A tab nobody looks at holds no line: a browser has six of them for all its tabs. */
function look(): void {
  if (document.visibilityState === 'hidden') close();
  else if (users > 0 && source === undefined) {
    open();
    changed();
  }
}

/** Keeps what is shown true while the console is open; once, by its frame. */
export function useLive(wanted: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!wanted) return undefined;
    const reading = reader(() => Promise.all(touched.map((queryKey) => client.invalidateQueries({ queryKey }))));
    const soon = () => reading.ask();
    const ask = () => void client.invalidateQueries({ queryKey: ['me'] });
    listeners.add(soon);
    refused.add(ask);
    if (users++ === 0) {
      document.addEventListener('visibilitychange', look);
      look();
    }
    return () => {
      reading.stop();
      listeners.delete(soon);
      refused.delete(ask);
      if (--users > 0) return;
      document.removeEventListener('visibilitychange', look);
      close();
    };
  }, [client, wanted]);
}

/** Whether the line is up. */
export function useLineUp(): boolean {
  return useSyncExternalStore(subscribe, () => connected);
}

/**
 * Reads again after a pause, and once more when something changed meanwhile: never two readings at a time, or a burst
 * of changes would cancel every one of them before it is shown.
 */
function reader(read: () => Promise<unknown>): { ask(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [running, again, stopped] = [false, false, false];
  const run = async () => {
    timer = undefined;
    running = true;
    again = false;
    try {
      await read();
    } finally {
      running = false;
      if (again && !stopped) start();
    }
  };
  const start = () => {
    timer ??= setTimeout(() => void run(), PAUSE_MS);
  };
  return {
    ask() {
      if (running) again = true;
      else start();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}
