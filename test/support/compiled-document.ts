/** The API's document as it is handed out: types and examples are read off the sources when the program is compiled. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { apiDocument } from '../../src/api-document';

export type ApiDocument = ReturnType<typeof apiDocument>;

/** Needs the program built. */
export function compiledDocument(): ApiDocument {
  const folder = mkdtempSync(join(tmpdir(), 'sanji-document-'));
  const file = join(folder, 'openapi.json');
  execFileSync(process.execPath, ['dist/src/openapi.js', file], { cwd: resolve(__dirname, '../..') });
  const document = JSON.parse(readFileSync(file, 'utf8')) as ApiDocument;
  rmSync(folder, { recursive: true });
  return document;
}
