/** What was changed on the page of a simulation, and what of it can be asked already. */
import type { Schemas } from '../../api/client';

export interface WhatIf {
  /** By task: done as typed, and how it was met. */
  readonly tasks: Readonly<Record<string, { done?: string; timeliness?: Timeliness }>>;
  /** By criterion, as typed. */
  readonly scores: Readonly<Record<string, Given>>;
}

export type Timeliness = 'on_time' | 'late' | 'missing';

export interface Given {
  readonly points?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly counts?: Readonly<Record<string, string>>;
}

export const NOTHING: WhatIf = { tasks: {}, scores: {} };

const isFigure = (text: string | undefined): text is string =>
  text !== undefined && /^\d{1,12}(\.\d{1,4})?$/.test(text);
const isCount = (text: string): boolean => /^\d{1,4}$/.test(text);

/** Only what is whole: a figure half typed is not asked. */
export function asked({ tasks, scores }: WhatIf): Schemas['SimulationDto'] {
  return {
    tasks: Object.entries(tasks).flatMap(([taskId, { done, timeliness }]) => {
      const task = { ...(isFigure(done) && { done }), ...(timeliness !== undefined && { timeliness }) };
      return Object.keys(task).length === 0 ? [] : [{ taskId, ...task }];
    }),
    scores: Object.entries(scores).flatMap(([criterion, given]) => {
      const read = readGiven(given);
      return read === null ? [] : [{ criterion, ...read }];
    }),
  };
}

function readGiven({
  points,
  numerator,
  denominator,
  counts,
}: Given): Omit<Schemas['SimulatedScoreDto'], 'criterion'> | null {
  if (isFigure(points)) return { points };
  if (isFigure(numerator) && isFigure(denominator)) return { numerator, denominator };
  if (counts === undefined) return null;
  const whole = Object.entries(counts).filter(([, count]) => isCount(count));
  return whole.length === 0
    ? null
    : { counts: Object.fromEntries(whole.map(([code, count]) => [code, Number(count)])) };
}
