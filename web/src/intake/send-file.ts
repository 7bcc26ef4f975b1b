/** One file on its way to the API; the answer or a problem in its words. Errors: Problem, Unreachable. */
import { Problem, Unreachable } from '../api/client';

export async function sendFile<T>(address: string, file: File): Promise<T> {
  const body = new FormData();
  body.append('file', file);
  const headers = { 'accept-language': document.documentElement.lang };
  const answer = await fetch(address, { method: 'POST', body, headers, credentials: 'same-origin' }).catch(() => {
    throw new Unreachable(file.name);
  });
  const told = (await answer.json().catch(() => ({}))) as Partial<Problem & { detail: string }>;
  if (!answer.ok)
    throw new Problem(answer.status, told.code ?? '', told.detail ?? answer.statusText, told.errors ?? []);
  return told as T;
}
