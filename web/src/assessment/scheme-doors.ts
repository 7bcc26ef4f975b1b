/** The doors of schemes as documents (方案文件): templates, copies, versions, export and import. */
import type { UpperTier } from '../api/doors';

const district = {
  copies: '/api/v1/district/schemes/{id}/copies',
  versions: '/api/v1/district/schemes/{id}/versions',
  version: '/api/v1/district/schemes/{id}/versions/{version}',
  imports: '/api/v1/district/schemes/imports',
  spreadsheets: '/api/v1/district/schemes/spreadsheets',
  templates: '/api/v1/district/scheme-templates',
  templateSchemes: '/api/v1/district/scheme-templates/{code}/schemes',
} as const;

const subdistrict = {
  copies: '/api/v1/subdistrict/schemes/{id}/copies',
  versions: '/api/v1/subdistrict/schemes/{id}/versions',
  version: '/api/v1/subdistrict/schemes/{id}/versions/{version}',
  imports: '/api/v1/subdistrict/schemes/imports',
  spreadsheets: '/api/v1/subdistrict/schemes/spreadsheets',
  templates: '/api/v1/subdistrict/scheme-templates',
  templateSchemes: '/api/v1/subdistrict/scheme-templates/{code}/schemes',
} as const;

export const documentDoors = { district, subdistrict } satisfies Record<UpperTier, object>;

/** Files that a browser fetches by itself. */
export const fileOf = (tier: UpperTier, id: string, kind: 'document' | 'spreadsheet'): string =>
  `/api/v1/${tier}/schemes/${id}/${kind}`;

export const blankFile = (tier: UpperTier): string => `/api/v1/${tier}/scheme-templates/blank/spreadsheet`;
