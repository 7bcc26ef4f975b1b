/** Tells the story of one task: every deed on its day, by the officer whose deed it is, through the house's services. */
import { Readable } from 'node:stream';
import type { Actor } from '../kernel/actor';
import { DomainError } from '../kernel/errors';
import { pictureOf } from './pictures';
import type { DemoDistrict } from './district';
import type { Lane } from './lane';
import type { Branch, Plan, Report } from './plan';
import { workingDay } from './working-day';

interface Deed {
  readonly on: string;
  do(): Promise<void>;
}

/** Ids of the tasks by the union that has them: known once they are given. */
type Given = Map<string, string>;

export async function tell(lane: Lane, district: DemoDistrict, plan: Plan): Promise<void> {
  const given: Given = new Map();
  const deeds = [
    assignment(lane, district, plan, given),
    ...plan.branches.flatMap((branch) => branchDeeds(lane, district, branch, given)),
  ];
  // Sorting keeps the order of what happens on the same day.
  deeds.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  lane.begin();
  for (const deed of deeds) {
    lane.moveTo(deed.on);
    await deed.do();
  }
}

function assignment(lane: Lane, { actor }: DemoDistrict, { task, givenOn, branches }: Plan, given: Given): Deed {
  return {
    on: workingDay(givenOn),
    async do() {
      const created = await lane.assignments.create(actor, task);
      const shares = branches.map(({ place, target }) => ({ unionId: place.unionId, target: String(target) }));
      const handed = await lane.assignments.cascade(actor, created.task.id, { shares });
      for (const share of handed.shares) given.set(share.unionId, share.id);
    },
  };
}

function branchDeeds(lane: Lane, district: DemoDistrict, branch: Branch, given: Given): Deed[] {
  const { place, signedOn, dividedOn, kept, shortfallReason, leaves } = branch;
  const deeds = [...signature(lane, place.actor, signedOn, given)];
  if (dividedOn === undefined) return deeds;
  deeds.push({
    on: workingDay(dividedOn),
    async do() {
      const shares = leaves.map((leaf) => ({ unionId: leaf.place.unionId, target: String(leaf.target) }));
      const handed = await lane.assignments.cascade(place.actor, taskOf(given, place.actor), {
        shares,
        ...(kept === undefined ? {} : { keptTarget: String(kept.target) }),
        ...(shortfallReason === undefined ? {} : { shortfallReason }),
      });
      for (const share of handed.shares) given.set(share.unionId, share.id);
    },
  });
  for (const report of kept?.reports ?? [])
    deeds.push(...reportDeeds(lane, place.actor, district.reviewer, report, given));
  for (const leaf of leaves) {
    deeds.push(...signature(lane, leaf.place.actor, leaf.signedOn, given));
    for (const report of leaf.reports) deeds.push(...reportDeeds(lane, leaf.place.actor, place.actor, report, given));
  }
  return deeds;
}

function signature(lane: Lane, actor: Actor, on: string | undefined, given: Given): Deed[] {
  if (on === undefined) return [];
  return [{ on: workingDay(on), do: async () => void (await lane.assignments.sign(actor, taskOf(given, actor))) }];
}

function reportDeeds(lane: Lane, author: Actor, reviewer: Actor, report: Report, given: Given): Deed[] {
  const { returned, correctedOn, acceptedOn } = report;
  let id = '';
  let version = 0;
  const deeds: Deed[] = [
    {
      on: workingDay(report.on),
      async do() {
        ({ id } = await lane.progress.draft(
          author,
          taskOf(given, author),
          said(report, returned?.done ?? report.done),
        ));
        if (report.picture !== undefined) await attach(lane, author, id, report.picture);
        if (report.draft !== true) await lane.progress.submit(author, id);
      },
    },
  ];
  if (returned !== undefined) {
    deeds.push({
      on: workingDay(returned.on),
      do: async () => void ({ version } = await lane.review.return(reviewer, id, returned.reason)),
    });
  }
  if (correctedOn !== undefined) {
    deeds.push({
      on: workingDay(correctedOn),
      async do() {
        await lane.progress.change(author, id, version, said(report, report.done));
        await lane.progress.submit(author, id);
      },
    });
  }
  if (acceptedOn !== undefined) {
    deeds.push({ on: workingDay(acceptedOn), do: async () => void (await lane.review.accept(reviewer, id)) });
  }
  return deeds;
}

async function attach({ evidence }: Lane, author: Actor, reportId: string, no: number): Promise<void> {
  if (evidence === undefined) return;
  const bytes = Readable.from([await pictureOf(no)]);
  try {
    await evidence.add(author, reportId, { name: `工作现场${no + 1}.jpg`, bytes });
  } catch (error) {
    // on a disk that is nearly full the demo starts without its pictures rather than not at all
    if (!(error instanceof DomainError) || error.kind !== 'no-space') throw error;
  }
}

/** A zero report is explicit. */
function said({ note }: Report, done: number): { done: string; note: string; zeroReport: boolean } {
  return { done: String(done), note, zeroReport: done === 0 };
}

function taskOf(given: Given, { unionId }: Actor): string {
  const id = given.get(unionId);
  if (id === undefined) throw new Error(`The demo's plan lets union ${unionId} act before it was given the task`);
  return id;
}
