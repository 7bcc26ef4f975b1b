/** Before an operation is called: the thing it is done to in the right state, who does it, and what he says. */
import { idsFor, withIds } from './addresses';
import { type Caller, may } from './fuzz-callers';
import type { Described, Prepared } from './fuzz-calls';
import { stateOf } from './fuzz-states';
import type { Place, Things } from './fuzz-things';
import type { Belongings } from './furnished-district';
import { doors, isDoor, type Operation } from './operations';

export async function preparedFor(
  operation: Operation,
  { requestBody }: Described,
  {
    things,
    callers,
    mine,
    unprepared,
  }: {
    things: Things;
    callers: readonly Caller[];
    mine: Record<string, Belongings>;
    /** Told where a thing could not be prepared: what is there has to do. */
    unprepared: (error: unknown) => undefined;
  },
): Promise<Prepared> {
  const { path, method, door } = operation;
  const place = (isDoor(door) ? doors[door].toUpperCase() : 'D') as Place;
  const own = { ...mine['A'], ...mine['D'], ...mine[place] };
  const {
    by: who,
    parts,
    body,
    program,
    version,
  } = (await stateOf(method, path)?.(things, place, own).catch(unprepared)) ?? {};
  const [code, role] = who?.toLowerCase().split('.') ?? [];
  const able = callers.filter((caller) => may(caller, operation) && caller.kind !== 'narrow key');
  const wanted = able.filter(
    (each) => (each.kind === 'key') === (program ?? false) && each.code === (code ?? place.toLowerCase()),
  );
  const by = wanted.find((each) => each.role === role) ?? wanted[0] ?? able[0];
  if (by === undefined) throw new Error(`nobody may ${method} ${path}`);
  const asked = requestBody?.content['application/json'];
  const example = asked?.example ?? asked?.schema['example'];
  const said = example === undefined ? undefined : { ...(withIds(example, own) as object), ...body };
  return { by, parts: parts ?? idsFor(path, { ...own, ...mine[by.code.toUpperCase()] }), body: said, version };
}
