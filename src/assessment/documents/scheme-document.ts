/** A scheme as one JSON document (方案文件), to be kept, sent and taken in again as it is. */
import type { SchemeDefinition } from '../scheme-types';

export const DOCUMENT_FORMAT = 'sanji.scheme';
export const DOCUMENT_VERSION = 1;

export interface SchemeDocument {
  readonly format: typeof DOCUMENT_FORMAT;
  readonly formatVersion: typeof DOCUMENT_VERSION;
  readonly title: string;
  readonly year: number;
  readonly definition: SchemeDefinition;
}

export function documentOf(scheme: Pick<SchemeDocument, 'title' | 'year' | 'definition'>): SchemeDocument {
  const { title, year, definition } = scheme;
  return { format: DOCUMENT_FORMAT, formatVersion: DOCUMENT_VERSION, title, year, definition };
}

/** `2026 年度考核方案.json`, without what a file name may not hold. */
export const fileName = ({ title, year }: { title: string; year: number }, ending: string): string =>
  `${title.includes(String(year)) ? '' : `${year} `}${title}`.replaceAll(/[\\/:*?"<>|]/gu, '_').slice(0, 100) + ending;
