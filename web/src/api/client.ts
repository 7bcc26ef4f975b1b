/** The API as the console calls it: typed from its document, refused answers thrown as problems. */
import createClient from 'openapi-fetch';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

export interface FieldProblem {
  field: string;
  code: string;
  message: string;
  /** Of an expression: where in it, from 1. */
  place?: { line: number; column: number };
}

/** A refusal in the words of the API. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: readonly FieldProblem[] = [],
  ) {
    super(detail);
  }
}

/** No answer came: the line is down or the server is away. */
export class Unreachable extends Error {}

export const api = createClient<paths>({
  baseUrl: location.origin,
  credentials: 'same-origin',
  fetch: async (request) => {
    try {
      return await fetch(request);
    } catch (error) {
      throw new Unreachable(error instanceof Error ? error.message : String(error));
    }
  },
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer. Errors: Problem, Unreachable. */
export async function got<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (response.ok) return data as T;
  const told = (typeof error === 'object' && error !== null ? error : {}) as Partial<Schemas['Problem']>;
  throw new Problem(
    response.status,
    told.code ?? String(response.status),
    told.detail ?? told.title ?? response.statusText,
    told.errors ?? [],
  );
}

/** Which language the API answers in. */
export function speak(language: string): void {
  api.use({
    onRequest({ request }) {
      request.headers.set('accept-language', language);
      return request;
    },
  });
}
