/** A file on its way to become a scheme (方案导入): tried first, taken in when it is asked for. */
import { type Schemas, Problem, Unreachable, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { documentDoors } from './scheme-doors';

export type Trial = Schemas['SchemeTrialView'];
type Made = Schemas['SchemeView'];

/** What the file would be, and everything that is wrong with it. Errors: Problem, Unreachable, SyntaxError. */
export const tryFile = (tier: UpperTier, file: File): Promise<Trial> => send(tier, file, true) as Promise<Trial>;

export const takeFile = (tier: UpperTier, file: File): Promise<Made> => send(tier, file, false) as Promise<Made>;

async function send(tier: UpperTier, file: File, dryRun: boolean): Promise<Trial | Made> {
  if (!file.name.toLowerCase().endsWith('.json')) return sendSheet(tier, file, dryRun);
  const body = JSON.parse(await file.text()) as Schemas['SchemeDocumentDto'];
  return got<Trial | Made>(api.POST(documentDoors[tier].imports, { params: { query: { dryRun } }, body }));
}

async function sendSheet(tier: UpperTier, file: File, dryRun: boolean): Promise<Trial | Made> {
  const body = new FormData();
  body.append('file', file);
  const headers = { 'accept-language': document.documentElement.lang };
  const url = `${documentDoors[tier].spreadsheets}?dryRun=${String(dryRun)}`;
  const response = await fetch(url, { method: 'POST', body, headers }).catch((error: unknown) => {
    throw new Unreachable(String(error));
  });
  const told = (await response.json().catch(() => ({}))) as Partial<Schemas['Problem']>;
  if (response.ok) return told as Trial | Made;
  throw new Problem(response.status, told.code ?? '', told.detail ?? response.statusText, told.errors ?? []);
}
