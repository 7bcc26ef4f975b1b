/** What has to be there before a deed is called, and the short ways to say it. */
import type { Belongings } from './furnished-district';
import type { Place, Things } from './fuzz-things';

export interface Ready {
  /** In the place of what the path means by default. */
  readonly parts?: readonly string[];
  /** Fields in the place of the example's. */
  readonly body?: object;
  readonly by?: `${Place}.${string}`;
  /** Somebody else than who began it. */
  readonly program?: true;
  /** Where nothing can be read of it before it is first written. */
  readonly version?: number;
}

export type Made = (things: Things, code: Place, mine: Belongings) => Promise<Ready>;

export const parts =
  (make: (things: Things, code: Place) => Promise<string | string[]>, more: Ready = {}): Made =>
  async (things, code) => ({ parts: [await make(things, code)].flat(), ...more });

export const only =
  (body: object, more: Ready = {}): Made =>
  async () => ({ body, ...more });

export const lower = (code: Place): 'A' | 'A1' => (code === 'D' ? 'A' : 'A1');
export const own = (code: Place): 'A' | 'A1' => (code === 'A' ? 'A' : 'A1');
export const office = (code: Place): 'D' | 'A' => (code === 'D' ? 'D' : 'A');

export const byA = (make: (t: Things) => Promise<string>, role = 'reporter', more: Ready = {}): Made =>
  parts(make, { by: `A.${role}`, ...more });
export const byD = (make: (t: Things) => Promise<string>, role = 'administrator', more: Ready = {}): Made =>
  parts(make, { by: `D.${role}`, ...more });

export const past = '2026-06-30';
export const TODAY = '2026-07-01';
