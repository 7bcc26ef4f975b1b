/** 填报用时: minutes since the form was opened, until the officer says otherwise or nothing at all. */
import { useEffect, useState } from 'react';
import { api, got } from '../api/client';
import { type LowerTier, lowerDoors } from '../api/doors';

/** A page that lay open for longer was not being filled in. */
const MOST = 120;
const MINUTE_MS = 60_000;

/** What the field says by itself: whole minutes, at least one; nothing where the page lay open too long. */
export function minutesSince(openedAt: number, now: number): string {
  const minutes = Math.max(1, Math.round((now - openedAt) / MINUTE_MS));
  return minutes > MOST ? '' : String(minutes);
}

/** What is sent; undefined where nothing is to be said. */
export function saidMinutes(text: string): number | undefined {
  const minutes = Number(text.normalize('NFKC').trim());
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 600 ? minutes : undefined;
}

export function useMinutes(tier: LowerTier) {
  const [openedAt] = useState(() => Date.now());
  const [now, setNow] = useState(openedAt);
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  const minutes = said ?? minutesSince(openedAt, now);
  /** Goes after the report; that it did not go is nobody's loss. */
  const tell = async (id: string): Promise<void> => {
    const told = saidMinutes(minutes);
    if (told === undefined) return;
    try {
      await got(api.PUT(lowerDoors[tier].minutes, { params: { path: { id } }, body: { minutes: told } }));
    } catch {
      // the report is in; the minutes are only a courtesy
    }
  };
  return { minutes, say: setSaid, tell };
}
