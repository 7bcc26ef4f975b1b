/** The listeners of one API process: each gets what happens in its union and below, and nothing after its session ended. */
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { MessageEvent } from '@nestjs/common';
import { Observable, type Subscriber } from 'rxjs';
import type { Actor } from '../../kernel/actor';
import { isWithin } from '../../kernel/id';
import { wellSaid } from '../../kernel/well-said';
import { type LiveChange, LiveHub, type Place } from './live.hub';

interface Listener {
  token: string;
  out: Subscriber<MessageEvent>;
}

/** More than that was missed: reading the boards again is cheaper. */
const MOST_MISSED = 1_000;
const CHECK_MS = 4_000;
/** Changes that come close together are told in one go: a write for each of them to each of hundreds would be all that is done. */
const EACH_MS = 0.4;
const SLOWEST_MS = 200;

@Injectable()
export class LiveListeners implements OnModuleDestroy {
  private readonly log = new Logger('LiveListeners');
  private readonly listeners = new Set<Listener>();
  private readonly timer = setInterval(() => void this.check(), CHECK_MS).unref();

  constructor(@Inject(LiveHub) private readonly hub: LiveHub) {
    hub.pace = () => Math.min(SLOWEST_MS, this.listeners.size * EACH_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    for (const { out } of this.listeners) out.complete();
  }

  listen(actor: Actor, token: string, lastEventId: string | undefined): Observable<MessageEvent> {
    return new Observable((out) => {
      const listener = { token, out };
      this.listeners.add(listener);
      const early: LiveChange[] = [];
      let tell = (change: LiveChange): void => void early.push(change);
      const subscription = this.hub.stream.subscribe((change) => tell(change));
      void this.catchUp(actor, lastEventId, out).then(
        (from) => {
          let place = from;
          tell = (change) => {
            if (!isAfter(change, place)) return;
            place = change;
            if (mayHear(actor, change)) out.next(message(change));
          };
          early.forEach(tell);
        },
        (error: unknown) => out.error(error),
      );
      return () => {
        this.listeners.delete(listener);
        subscription.unsubscribe();
      };
    });
  }

  /** Tells what was missed and answers the place from which live changes follow. */
  private async catchUp(actor: Actor, lastEventId: string | undefined, out: Subscriber<MessageEvent>): Promise<Place> {
    const last = readPlace(lastEventId);
    const now = this.hub.current;
    if (last === undefined) {
      out.next({ type: lastEventId === undefined ? 'hello' : 'reset', id: idOf(now), data: {} });
      return now;
    }
    const missed = await this.hub.after(last, actor.districtId, MOST_MISSED + 1);
    if (missed.length > MOST_MISSED || !(await this.hub.stillThere(last))) {
      out.next({ type: 'reset', id: idOf(now), data: {} });
      return now;
    }
    out.next({ type: 'hello', id: idOf(last), data: {} });
    for (const change of missed) if (mayHear(actor, change)) out.next(message(change));
    return missed.at(-1) ?? last;
  }

  /** A heartbeat for proxies, and the end for sessions that are over. */
  private async check(): Promise<void> {
    if (this.listeners.size === 0) return;
    try {
      const ended = await this.hub.ended([...this.listeners].map(({ token }) => token));
      for (const { token, out } of this.listeners) {
        if (ended.has(token)) out.complete();
        else out.next({ type: 'heartbeat', data: {} });
      }
    } catch (error) {
      this.log.warn(`Live sessions unchecked: ${wellSaid(error)}`);
    }
  }
}

function mayHear(actor: Actor, change: LiveChange): boolean {
  return change.districtId === actor.districtId && isWithin(change.path, actor.path);
}

/** What is told of a change, written down once for all who hear it. */
const written = new WeakMap<LiveChange, MessageEvent>();

function message(change: LiveChange): MessageEvent {
  const known = written.get(change);
  if (known !== undefined) return known;
  const { name, subject, changedAt } = change;
  const { words: _, ...ids } = subject;
  const told = { type: 'change', id: idOf(change), data: JSON.stringify({ name, ...ids, changedAt }) };
  written.set(change, told);
  return told;
}

const idOf = ({ xid, seq }: Place): string => `${xid}-${seq}`;

function readPlace(id: string | undefined): Place | undefined {
  const match = /^(\d{1,19})-(-?\d{1,15})$/.exec(id ?? '');
  return match?.[1] === undefined ? undefined : { xid: match[1], seq: Number(match[2]) };
}

function isAfter(change: Place, place: Place): boolean {
  const [a, b] = [BigInt(change.xid), BigInt(place.xid)];
  return a > b || (a === b && change.seq > place.seq);
}
