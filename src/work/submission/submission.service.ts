/** Handing in at one stroke (一次提交): submissions that arrive together share their statements and their commit. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { codeOf } from '../../kernel/error-code';
import { gathered } from '../../kernel/gathered';
import { announceOf } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { earlierAnswer } from '../../outbox/remembered-answer';
import type { ReportView } from '../report.view';
import { type Found, judged, type Submission, type Submitted } from './submission';
import { found, lockAny, lockFree, remembered, written } from './submission-sql';

interface Asked {
  readonly actor: Actor;
  readonly taskId: string;
  readonly given: Submission;
}

/** Its task is held by somebody, or it came twice: it is done again, by itself. */
const ALONE = Symbol('alone');
type Outcome = ReportView | Error | typeof ALONE;

/** SQLSTATE: a key or an open report that is there already. */
const TAKEN = '23505';

/** So many share one commit, and so many commits are under way at once. */
const TOGETHER = { most: 64, flights: 1 };

@Injectable()
export class SubmissionService {
  private readonly together = gathered<Asked, Outcome>((all) => this.submitAll(all), TOGETHER);

  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** A report from nothing to handed in. Errors: those of a draft and of a submission, each caller's own; evidence.unknown (422). */
  async submit(actor: Actor, taskId: string, given: Submission): Promise<ReportView> {
    const outcome = await this.together({ actor, taskId, given });
    return outcome === ALONE ? this.alone({ actor, taskId, given }) : (outcome as ReportView);
  }

  /** Where one of them breaks the statement of all, each is done by itself. */
  private async submitAll(all: readonly Asked[]): Promise<Outcome[]> {
    try {
      return await this.deeds.transaction((tx) => this.inOne(tx, all, lockFree));
    } catch (error) {
      if (all.length === 1 && codeOf(error) !== TAKEN) throw error;
      return all.map(() => ALONE);
    }
  }

  /** Whoever was first in the meantime is seen when it is tried again: his answer, or that it is too late. */
  private async alone(asked: Asked): Promise<ReportView> {
    const once = () => this.deeds.transaction((tx) => this.inOne(tx, [asked], lockAny));
    const [outcome] = await once().catch((error: unknown) =>
      codeOf(error) === TAKEN ? once() : Promise.reject(error),
    );
    if (outcome instanceof Error) throw outcome;
    return outcome as ReportView;
  }

  private async inOne(tx: EntityManager, all: readonly Asked[], lock: string): Promise<Outcome[]> {
    const locked: { id: string }[] = await tx.query(lock, [
      all.map(({ actor }) => actor.districtId),
      all.map(({ taskId }) => taskId),
    ]);
    const known: Found[] = await tx.query(found, [JSON.stringify(all.map(askedOf))]);
    const free = new Set(locked.map(({ id }) => id));
    const outcomes: (Outcome | Submitted)[] = all.map((asked, no) => this.judge(asked, known[no] as Found, free));
    const good = outcomes.flatMap((outcome, no) => (isSubmitted(outcome) ? [{ ...(all[no] as Asked), outcome }] : []));
    if (good.length === 0) return outcomes as Outcome[];
    const [{ at }]: [{ at: Date }] = await tx.query(written, [JSON.stringify(good.map(({ outcome }) => outcome.row))]);
    await announceOf(
      tx,
      good.map(({ actor, outcome }) => [actor, outcome.announcement]),
    );
    const calls = good.flatMap(({ actor, outcome }) =>
      actor.call === undefined ? [] : [{ ...callOf(actor), answer: outcome.answer(at) }],
    );
    if (calls.length > 0) await tx.query(remembered, [JSON.stringify(calls)]);
    return outcomes.map((outcome) => (isSubmitted(outcome) ? outcome.answer(at) : outcome));
  }

  /** `free` loses the task: a second submission for it in the same batch has to come after the first. */
  private judge({ actor, taskId, given }: Asked, known: Found, free: Set<string>): Outcome | Submitted {
    try {
      const earlier = known.remembered ? earlierAnswer<ReportView>(known) : undefined;
      if (earlier !== undefined) return earlier;
      if (known.task !== null && !free.delete(taskId)) return ALONE;
      return judged(actor, taskId, given, known);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

const isSubmitted = (outcome: Outcome | Submitted): outcome is Submitted =>
  typeof outcome === 'object' && 'announcement' in outcome;

function callOf({ districtId, officerId, call }: Actor): object {
  return { districtId, officerId, ...(call ?? { key: null, route: null, fingerprint: null }) };
}

function askedOf({ actor, taskId, given }: Asked, no: number): object {
  return { no, unionId: actor.unionId, taskId, evidence: given.evidence ?? null, ...callOf(actor) };
}
