/** The mapping as JSON: read as it stands, and looked at whether the tables can show it. */
import type { Schemas } from '../api/client';

type Mapping = Schemas['CaseMappingDto'];

/** Words that are no JSON, with where. */
export class NoJson extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

export function readJson(field: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NoJson(field, error instanceof Error ? error.message : String(error));
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rows need their texts; what the texts say is judged by the API. */
const areRows = (value: unknown, texts: readonly string[]): boolean =>
  Array.isArray(value) && value.every((row) => isObject(row) && texts.every((name) => typeof row[name] === 'string'));

/** Whether the tables can show it, so that nothing that stands in it is lost in them. */
export function isMapping(value: unknown): value is Mapping {
  return (
    isObject(value) &&
    isObject(value.fields) &&
    Object.values(value.fields).every((path) => path === null || typeof path === 'string') &&
    areRows(value.kinds, ['theirs', 'kind']) &&
    areRows(value.areas, ['theirs', 'unionCode']) &&
    areRows(value.statuses, ['status', 'theirs', 'words']) &&
    typeof value.workingDays === 'number'
  );
}
