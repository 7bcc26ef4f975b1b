/** One file of evidence on its way to an entry. */
import { Problem, Unreachable } from '../api/client';

/** Errors: Problem, Unreachable. */
export async function sendFile(address: string, file: File): Promise<void> {
  const body = new FormData();
  body.append('file', file);
  let answer: Response;
  try {
    answer = await fetch(address, {
      method: 'POST',
      body,
      credentials: 'same-origin',
      headers: { 'accept-language': document.documentElement.lang },
    });
  } catch {
    throw new Unreachable(file.name);
  }
  if (answer.ok) return;
  const told = (await answer.json().catch(() => ({}))) as Partial<Problem & { detail: string }>;
  throw new Problem(answer.status, told.code ?? '', told.detail ?? answer.statusText, told.errors ?? []);
}
