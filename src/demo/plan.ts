/** What the demo tells of one task: who is given how much, who signs when, what is reported and how it ends. */
import type { NewTask } from '../work/assignment.service';
import type { Place } from './district';

/** One report. The days that are there say how far it came: only `on` and `draft` is a draft, and so on. */
export interface Report {
  /** Handed in. */
  readonly on: string;
  readonly done: number;
  readonly note: string;
  /** Written down and not handed in. */
  readonly draft?: true;
  /** What was handed in first, and why it came back. */
  readonly returned?: { readonly on: string; readonly done: number; readonly reason: string };
  /** Put right and handed in again. */
  readonly correctedOn?: string;
  readonly acceptedOn?: string;
  /** Which of the demo's pictures is attached. */
  readonly picture?: number;
}

/** A community's share. */
export interface Leaf {
  readonly place: Place;
  readonly target: number;
  /** Left out: not signed for yet. */
  readonly signedOn?: string;
  readonly reports: readonly Report[];
}

/** A sub-district's share. */
export interface Branch {
  readonly place: Place;
  readonly target: number;
  readonly signedOn?: string;
  /** Left out: not divided yet. */
  readonly dividedOn?: string;
  readonly kept?: { readonly target: number; readonly reports: readonly Report[] };
  readonly shortfallReason?: string;
  readonly leaves: readonly Leaf[];
}

export interface Plan {
  readonly task: NewTask;
  readonly givenOn: string;
  readonly branches: readonly Branch[];
}

/** All days on which the plan does something. */
export function daysOf(plan: Plan): string[] {
  const ofReport = ({ on, returned, correctedOn, acceptedOn }: Report): (string | undefined)[] => [
    on,
    returned?.on,
    correctedOn,
    acceptedOn,
  ];
  const days = plan.branches.flatMap(({ signedOn, dividedOn, kept, leaves }) => [
    signedOn,
    dividedOn,
    ...(kept?.reports ?? []).flatMap(ofReport),
    ...leaves.flatMap((leaf) => [leaf.signedOn, ...leaf.reports.flatMap(ofReport)]),
  ]);
  return [plan.givenOn, ...days.filter((day) => day !== undefined)];
}
