/** What has to be there before an operation can be done: a thing in the right state, who may, and what is said of it. */
import type { Made } from './fuzz-made';
import { assessment } from './fuzz-states-assessment';
import { platform } from './fuzz-states-platform';
import { records } from './fuzz-states-records';
import { register, supervision } from './fuzz-states-register';
import { work } from './fuzz-states-work';

/** By the operation without the door before it. */
const states: Record<string, Made> = { ...work, ...supervision, ...assessment, ...register, ...records, ...platform };

export const stateOf = (method: string, path: string): Made | undefined =>
  states[`${method} ${path.replace(/^\/api\/v1\/((district|subdistrict|community)\/)?/, '')}`];
